import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoFiles } from '../checks/repo-files.ts';
import { root } from '../node24.mjs';

const record = 'docs/decisions/0036-personal-data-in-the-browser-s-store.md';
/** Built from pieces, so that this file is not a claim itself. */
const claim = new RegExp(['asvs[^.\\n]{0,40}\\b(?:l2|level 2)\\b[^.\\n]{0,30}', 'compl(?:iant|ies|y)'].join(''), 'i');

/** R2: the deviation from ASVS 14.3.3 is written down with what stands against it, and nobody claims more than is kept. */
export function checkDeviation(): readonly string[] {
  if (!existsSync(join(root, record))) return [`${record} is missing`];
  const text = readFileSync(join(root, record), 'utf8');
  const faults = ['14.3.3', 'IndexedDB', ...['R3', 'R4', 'R5', 'R6', 'R7', 'R8']]
    .filter((word) => !new RegExp(`\\b${word.replaceAll('.', '\\.')}\\b`).test(text))
    .map((word) => `${record} does not name ${word}`);
  for (const path of repoFiles(root).filter(
    (name) => /\.(md|html|tsx?|json)$/.test(name) && !name.startsWith('tools/security/'),
  )) {
    if (claim.test(readFileSync(join(root, path), 'utf8')))
      faults.push(`${path} claims a level of ASVS that is not kept`);
  }
  return faults;
}
