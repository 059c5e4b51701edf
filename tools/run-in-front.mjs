/** Runs one child as if it were us: its output is ours, our signals are its signals, and we end as it ends. */
import { spawn } from 'node:child_process';
import { root } from './node24.mjs';

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<never>}
 */
export function runInFront(command, words, env = process.env) {
  const child = spawn(command, [...words], { cwd: root, stdio: 'inherit', env });
  // A terminal sends Ctrl-C to the whole group, so the child hears it by itself; `kill` reaches only us.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  whenOrphaned(() => child.kill('SIGTERM'));
  return new Promise(() => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : signal === 'SIGINT' ? 130 : 143));
  });
}

/**
 * npm runs a script through a shell, and a shell that is told to end (SIGTERM to npm, as a service manager sends it) does not
 * pass it on. So a script of npm's also ends when the shell above it has gone.
 * @param {() => void} end
 */
export function whenOrphaned(end) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}
