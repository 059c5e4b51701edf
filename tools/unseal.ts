/**
 * `npm run unseal -- FILE --key KEYFILE`: opens a sealed copy that a phone has saved ("Simpan salinan"), with the
 * office's key file or the private half of a recovery key, into a folder beside it. For the day on which the office has
 * lost its keys, and for whoever wants to see that the recovery key works.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCopy } from '#server/sealing/open-copy.ts';
import { privateKeysIn } from '#server/sealing/key-file.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
const [file] = positionals;
if (file === undefined || values.key === undefined) {
  console.log('\n  npm run unseal -- <copy.json> --key <key file>   opens it into a folder beside it\n');
  process.exitCode = 1;
} else {
  process.exitCode = await open(resolve(file), resolve(values.key));
}

async function open(path: string, keyPath: string): Promise<number> {
  const keys = privateKeysIn(JSON.parse(readFileSync(keyPath, 'utf8')));
  const opened = await openCopy(JSON.parse(readFileSync(path, 'utf8')), keys);
  if (typeof opened === 'string') {
    console.error(`unseal: ${opened}`);
    return 1;
  }
  const folder = `${path}.opened`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'form.json'), opened.form, { mode: 0o600 });
  for (const { name, bytes } of opened.papers) writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  console.log(`opened into ${folder}: the form and ${opened.papers.length} papers`);
  return 0;
}
