/**
 * Finds the Node 24 that every script runs on. Plain JavaScript without dependencies: it also has to run on the
 * machine's own older Node, before anything is installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = 24;

/**
 * @param {string} version as `node --version` prints it
 * @returns {number}
 */
export function majorOf(version) {
  const match = /^v?(\d+)\./.exec(version.trim());
  return match?.[1] === undefined ? 0 : Number(match[1]);
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isNode24(path) {
  if (!existsSync(path)) return false;
  try {
    return majorOf(execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })) >= wanted;
  } catch {
    return false;
  }
}

/**
 * The Node of node_modules first, so that everybody runs the same one; else the one that runs this, when it is new enough.
 * @returns {string | null} the path of a Node 24 or later
 */
export function findNode24() {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (isNode24(own)) return own;
  return majorOf(process.version) >= wanted ? process.execPath : null;
}

/** What to do when there is none, in both languages of the project. */
export function node24Missing() {
  return [
    '',
    `  Proyek ini berjalan dengan Node.js ${wanted}, sedangkan yang terpasang di sini ${process.version} (${process.platform}-${process.arch}).`,
    '  Di Linux x64 dan arm64, `npm ci` membawanya sendiri lewat paket opsional node-linux-*: jalankan tanpa --omit=optional.',
    `  Di macOS dan Windows pasanglah Node.js ${wanted} atau lebih baru (situs nodejs.org, atau \`fnm install ${wanted}\`), lalu ulangi perintahnya.`,
    '',
    `  This project runs on Node.js ${wanted}; this machine has ${process.version} (${process.platform}-${process.arch}).`,
    '  On Linux x64 and arm64 `npm ci` brings it along as an optional package, node-linux-*: run it without --omit=optional.',
    `  On macOS and Windows install Node.js ${wanted} or later (nodejs.org, or \`fnm install ${wanted}\`) and run the command again.`,
    '',
  ].join('\n');
}

/**
 * @returns {string} the path of a Node 24 or later; ends the process in plain words when there is none
 */
export function requireNode24() {
  const found = findNode24();
  if (found !== null) return found;
  process.stderr.write(node24Missing());
  return process.exit(1);
}
