/**
 * `npm run dev`: the app with hot reload and its service worker, and the backend restarted on every change behind it.
 * PORT is the app's (8080 by default); the backend listens beside it and is reached through the app.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { ensureInstalled } from './install.mjs';
import { requireNode24, root } from './node24.mjs';
import { whenOrphaned } from './run-in-front.mjs';

ensureInstalled();
const node = requireNode24();

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const appPort = process.env['PORT'] ?? '8080';
if (!/^\d{1,5}$/.test(appPort) || Number(appPort) > 65_535) {
  process.stderr.write(`PORT must be a number from 0 to 65535, not "${appPort}".\n`);
  process.exit(2);
}
const backendPort = String(await freePort());
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

/** @param {number} code */
function endAll(code) {
  // What ended first says how it ended; the other one is only told to go.
  process.exitCode ??= code;
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
}

/**
 * @param {readonly string[]} words
 * @param {Record<string, string>} env
 */
function start(words, env) {
  const child = spawn(node, [...words], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  child.on('exit', (code) => endAll(code ?? 0));
  children.push(child);
}

start(['--watch', '--watch-preserve-output', 'server/index.ts'], { PORT: backendPort });
start(['node_modules/vite/bin/vite.js', '--port', appPort, '--strictPort'], {
  BACKEND_URL: `http://127.0.0.1:${backendPort}`,
});
process.on('SIGINT', () => endAll(0));
process.on('SIGTERM', () => endAll(0));
whenOrphaned(() => endAll(0));
