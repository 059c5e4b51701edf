/**
 * A PostgreSQL of our own for the tests: Debian's binaries, a new cluster in the temporary folder, a free port.
 * As a command it starts one, prints its DATABASE_URL and stops it at Ctrl+C.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface PrivatePostgres {
  /**
   * @param order of words: 'bytes', or 'english' as most installations have it, where punctuation hardly counts
   * @returns the address of a new, empty database
   */
  createDatabase(order?: 'bytes' | 'english'): Promise<string>;
  /** Everything in a database as text, by PostgreSQL's own pg_dump: of each table the name and all rows. */
  dump(url: string): string;
  /** Ends the whole cluster at once, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again after a crash, with its data and on the same port. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

const installed = '/usr/lib/postgresql';
const startWithinMs = 30_000;

/** Throws in words for the person who runs the tests when PostgreSQL is not to be had. */
export async function startPostgres(): Promise<PrivatePostgres> {
  const binaries = findBinaries() ?? installBinaries();
  const owner = ownerOfCluster();
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-postgres-'));
  const data = join(folder, 'data');
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const as = owner ?? {};
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'ajukan', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    {
      ...as,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const port = await freePort();
  const url = (database: string) => `postgres://ajukan@127.0.0.1:${port}/${database}`;
  let server = launch();
  let databases = 0;
  const killAtExit = () => void server.kill('SIGKILL');
  process.on('exit', killAtExit);
  await waitUntilReady(url('postgres'), server);

  function launch(): ChildProcess {
    // Crashes of processes are tested, loss of power is not: so no waiting for the disk.
    const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
    return spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-p', String(port), '-c', 'max_connections=200', ...settings],
      {
        ...as,
        cwd: folder,
        stdio: 'ignore',
      },
    );
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await exited;
  }

  return {
    createDatabase: async (order = 'bytes') => {
      databases += 1;
      const name = `ajukan_${databases}`;
      const client = new Client({ connectionString: url('postgres') });
      await client.connect();
      const english = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'";
      await client.query(`CREATE DATABASE ${name} ${order === 'english' ? english : ''}`);
      await client.end();
      return url(name);
    },
    dump: (from) =>
      execFileSync(join(binaries, 'pg_dump'), ['--data-only', '--dbname', from], {
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      }),
    // "Immediate shutdown": every process of the cluster aborts, and the next start recovers from the log.
    crash: () => end('SIGQUIT'),
    restart: async () => {
      await end('SIGQUIT');
      server = launch();
      await waitUntilReady(url('postgres'), server);
    },
    stop: async () => {
      await end('SIGQUIT');
      process.off('exit', killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of initdb and postgres, of the newest version that is there. */
function findBinaries(): string | undefined {
  if (!existsSync(installed)) return undefined;
  return readdirSync(installed)
    .filter((version) => Number(version) >= 15 && existsSync(join(installed, version, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))[0];
}

function installBinaries(): string {
  const root = process.getuid?.() === 0;
  if (root) spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'inherit' });
  const binaries = findBinaries();
  if (binaries !== undefined) return binaries;
  throw new Error('The tests need PostgreSQL 15 or later. On Debian or Ubuntu: sudo apt-get install postgresql');
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made for it. */
function ownerOfCluster(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: number('-u'), gid: number('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  const deadlineMs = Date.now() + startWithinMs;
  for (;;) {
    const client = new Client({ connectionString: url });
    // Without a listener, a connection that breaks while the cluster starts would end this process.
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null) throw new Error('PostgreSQL ended while it was starting', { cause: error });
      if (Date.now() > deadlineMs) throw new Error('PostgreSQL did not start within 30 s', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

if (import.meta.main) {
  const postgres = await startPostgres();
  console.log(`DATABASE_URL=${await postgres.createDatabase()}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void postgres.stop().then(() => process.exit(0)));
}
