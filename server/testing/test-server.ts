import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TokenResponse } from '#contract/identity-schemas.ts';
import type { ServerSettings } from '../server-settings.ts';
import { type RunningServer, startServer } from '../start.ts';
import { testAccounts, type TestPerson } from './test-accounts.ts';
import { paperlessService, testService, villageService } from './test-service.ts';

/** A folder that outlives servers: data and a catalogue of the test services. */
export interface TestFolder {
  readonly dataDir: string;
  readonly catalogueDir: string;
  remove(): void;
}

export function testFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-server-'));
  const catalogueDir = mkdtempSync(join(folder, 'catalogue-'));
  for (const service of [testService, paperlessService, villageService]) {
    writeFileSync(join(catalogueDir, `${service.id}.json`), JSON.stringify(service));
  }
  return {
    dataDir: join(folder, 'data'),
    catalogueDir,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const demoAccounts = Object.values(testAccounts);

/** A real server on a free port, in this process. */
export function startTestServer(folder: TestFolder, settings: Partial<ServerSettings> = {}): Promise<RunningServer> {
  const { dataDir, catalogueDir } = folder;
  return startServer({
    port: 0,
    dataDir,
    catalogueDir,
    webDist: join(dataDir, 'no-dist'),
    demoAccounts,
    logLevel: 'silent',
    rateLimits: null,
    ...settings,
  });
}

/** As the operator starts it, or one that dies where CRASH_AT says. */
export type Program = 'index.ts' | 'testing/crashing-server.ts';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it has written to its log so far. */
  said(): string;
  /** The same as `end` resolves with, of a server that ends by itself. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves with the exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** A real server in a process of its own, as the operator starts it; resolves when it listens. */
export async function spawnServer(
  folder: TestFolder,
  environment: Readonly<Record<string, string>> = {},
  program: Program = 'index.ts',
): Promise<ServerProcess> {
  const child = spawnProgram(program, {
    DATA_DIR: folder.dataDir,
    CATALOGUE_DIR: folder.catalogueDir,
    ...environment,
  });
  const exited = exitOf(child);
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const listening = (async () => {
    for await (const line of lines) {
      const url = /^listening on (http:\S+)$/.exec(line)?.[1];
      if (url !== undefined) return url;
    }
    throw new Error(`The server ended before it listened: ${String(await exited)}`);
  })();
  const url = await listening;
  return {
    url,
    pid: child.pid ?? 0,
    said: () => log,
    ended: exited,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Starts the server and resolves with its exit code and what it said on standard error. */
export async function failingStart(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: unknown; said: string }> {
  const child = spawnProgram('index.ts', environment);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return { code: await exitOf(child), said };
}

function spawnProgram(program: Program, environment: Readonly<Record<string, string>>): ChildProcess {
  const file = fileURLToPath(new URL(`../${program}`, import.meta.url));
  return spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LOG_LEVEL: 'silent',
      RATE_LIMITS: '0',
      DEMO_ACCOUNTS: JSON.stringify(demoAccounts),
      ...environment,
    },
  });
}

function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
}

export async function bearerOf(url: string, person: TestPerson): Promise<{ readonly Authorization: string }> {
  const { login, code } = testAccounts[person];
  const answer = await fetch(`${url}/v1/auth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code }),
  });
  return { Authorization: `Bearer ${TokenResponse.parse(await answer.json()).access_token}` };
}
