/**
 * A ClamAV daemon of our own for the tests: Debian's program, a new folder, a free port, and a few signatures made here;
 * the real ones come over the network, and take a gigabyte of memory.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { freePort } from '#server/testing/free-port.ts';

/** What it takes for harmful: a file with this word anywhere, and exactly this file. */
export interface KnownHarm {
  readonly word: string;
  readonly whole: Uint8Array;
}

export interface PrivateClamd {
  readonly port: number;
  /** Stands still, as on a computer that has no moment for it. */
  pause(): void;
  resume(): void;
  /** Ends at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** On the same port. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

const installed = '/usr/sbin/clamd';
const startWithinMs = 30_000;

/**
 * @param longestBytes it says that anything longer is too long for it
 * @throws in words for the person who runs the tests when ClamAV is not to be had
 */
export async function startClamd({ word, whole }: KnownHarm, longestBytes: number): Promise<PrivateClamd> {
  if (!existsSync(installed)) {
    throw new Error('The tests need ClamAV. On Debian or Ubuntu: sudo apt-get install clamav-daemon');
  }
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-clamd-'));
  const signatures = join(folder, 'signatures');
  mkdirSync(signatures);
  // https://docs.clamav.net/manual/Signatures.html: of any kind of file, at any place; and by MD5 and length.
  writeFileSync(join(signatures, 'ajukan.ndb'), `Ajukan.Word:0:*:${Buffer.from(word).toString('hex')}\n`);
  const md5 = createHash('md5').update(whole).digest('hex');
  writeFileSync(join(signatures, 'ajukan.hdb'), `${md5}:${whole.length}:Ajukan.Whole\n`);
  const port = await freePort();
  const settings = join(folder, 'clamd.conf');
  writeFileSync(
    settings,
    `Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket ${port}\nDatabaseDirectory ${signatures}\n` +
      `TemporaryDirectory ${folder}\nStreamMaxLength ${longestBytes}\n`,
  );
  // AppArmor knows the installed one by its path, and forbids it every folder but its own.
  const program = join(folder, 'clamd');
  copyFileSync(installed, program);
  let daemon = await launch();
  const killAtExit = () => void daemon.kill('SIGKILL');
  process.on('exit', killAtExit);

  async function launch(): Promise<ChildProcess> {
    const started = spawn(program, ['--config-file', settings], { cwd: folder, stdio: 'ignore' });
    await waitUntilListening(port, started);
    return started;
  }

  async function kill(): Promise<void> {
    if (daemon.exitCode !== null || daemon.signalCode !== null) return;
    const exited = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill('SIGKILL');
    await exited;
  }

  return {
    port,
    pause: () => void daemon.kill('SIGSTOP'),
    resume: () => void daemon.kill('SIGCONT'),
    kill,
    restart: async () => {
      await kill();
      daemon = await launch();
    },
    close: async () => {
      await kill();
      process.off('exit', killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It opens its port when it has read its signatures. */
async function waitUntilListening(port: number, daemon: ChildProcess): Promise<void> {
  const deadlineMs = Date.now() + startWithinMs;
  while (!(await isListening(port))) {
    if (daemon.exitCode !== null) throw new Error('ClamAV ended while it was starting');
    if (Date.now() > deadlineMs) throw new Error('ClamAV did not start within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection({ port, host: '127.0.0.1' });
    probe.once('error', () => resolve(false));
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
  });
}
