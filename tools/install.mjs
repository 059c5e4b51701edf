/**
 * Installs the packages when, and only when, the lockfile asks for something that node_modules does not have.
 * Runs on Node 20.19 and later without any package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';

const lockPath = join(root, 'package-lock.json');
const stampPath = join(root, 'node_modules', '.lockfile-sha256');
/** npm's own note of what it laid down. */
const installedPath = join(root, 'node_modules', '.package-lock.json');

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * @param {string} path
 * @returns {LockedPackages}
 */
function readPackages(path) {
  /** @type {unknown} */
  const value = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof value !== 'object' || value === null || !('packages' in value)) return {};
  return /** @type {LockedPackages} */ (value.packages);
}

/**
 * True when everything that the lockfile names for every machine is there in that very version: somebody installed by
 * hand, or added a package a moment ago, and there is nothing to do again.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function covers(locked, installed) {
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '' || entry.link === true) return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockPath)).digest('hex');
}

function isInstalled() {
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash()) return true;
  if (!existsSync(installedPath)) return false;
  if (!covers(readPackages(lockPath), readPackages(installedPath))) return false;
  writeFileSync(stampPath, lockHash());
  return true;
}

/** Runs `npm ci` with the npm that started us, else with the one in the path. */
function runNpm() {
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npmScript = process.env['npm_execpath'];
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  return npmScript?.endsWith('.js') === true
    ? spawnSync(process.execPath, [npmScript, ...words], options)
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, options);
}

/** Ends the process in plain words when the installation fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stdout.write('Memasang paket (sekali saja)… / Installing packages (once)…\n');
  const startMs = Date.now();
  const result = runNpm();
  if (result.status !== 0) {
    process.stderr.write(
      '\n  Pemasangan paket gagal. Periksa sambungan internet dan ruang disk, lalu ulangi.\n' +
        '  Installing the packages failed. Check the connection and the free disk space, then try again.\n\n',
    );
    process.exit(1);
  }
  writeFileSync(stampPath, lockHash());
  process.stdout.write(`  ${((Date.now() - startMs) / 1000).toFixed(1)} s\n`);
}
