import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantTypes, TokenResponse } from '#contract/identity-schemas.ts';
import { QueuePage } from '#contract/queue-schemas.ts';
import { applicantIndex } from '#server/applications/index-applicant.ts';
import { authKeysOf } from '#server/auth/auth-keys.ts';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import { startServer } from '#server/start.ts';
import { migrate } from '#server/stores/migrate.ts';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { startPostgres } from '../postgres.ts';
import { nikOfSeed, seedDesk } from './desk-seed.ts';

const secret = 'only-for-the-bench-0123456789abcdefgh';
const dayMs = 86_400_000;
const warmUps = 5;
const rounds = 60;

const dinas: DemoAccount = {
  accountId: 'petugas-1',
  login: '0812-0000-0009',
  name: 'KANARI Petugas',
  roles: ['verifikator'],
  posts: [{ level: 'dinas', area: '36.03' }],
  code: 'bench-123456',
};
const villages: DemoAccount = {
  ...dinas,
  accountId: 'petugas-2',
  login: '0812-0000-0008',
  posts: [{ level: 'desa', area: '36.03' }],
};

interface Asked {
  readonly what: string;
  readonly path: string;
  readonly json?: object;
}

const open = 'submitted,under_review,returned,in_process,awaiting_signature,ready';
const asked: readonly Asked[] = [
  { what: 'first page, open', path: `/v1/queue?limit=50&status=${open}` },
  { what: 'first page, everything', path: '/v1/queue?limit=50' },
  { what: 'first page, by due day', path: `/v1/queue?limit=50&sort=due&status=${open}` },
  { what: 'first page, one service and one district', path: '/v1/queue?limit=50&service=sktm&area=36.03.07' },
  { what: 'first page, late', path: `/v1/queue?limit=50&due=late&sort=due&status=${open}` },
  { what: 'first page, mine', path: '/v1/queue?limit=50&assignee=me' },
  { what: 'search, a common word', path: '/v1/queue/searches', json: { q: 'siti', limit: 50 } },
  { what: 'search, two words', path: '/v1/queue/searches', json: { q: 'siti wijaya', limit: 50 } },
  { what: 'search, a NIK', path: '/v1/queue/searches', json: { q: nikOfSeed(42), limit: 50 } },
  { what: 'search, a number', path: '/v1/queue/searches', json: { q: '000043', limit: 50 } },
  { what: 'counts', path: '/v1/queue/counts' },
];

/**
 * An office's list over HTTP, as an official's browser reads it: sign-in, audit note and all. Each row has the middle and
 * the 95th percentile of what the whole answer took.
 * @param sizes how many applications the office has
 */
export async function* measureDesk(
  sizes: readonly number[] = [10_000, 50_000],
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for (const applications of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'ajukan-bench-desk-'));
    const database = openSqliteDatabase(join(folder, 'app.db'));
    yield* measureOn('sqlite', database, applications, folder, null);
    rmSync(folder, { recursive: true });

    const cluster = await startPostgres();
    const other = mkdtempSync(join(tmpdir(), 'ajukan-bench-desk-'));
    const url = await cluster.createDatabase();
    yield* measureOn('postgres', openPostgresDatabase(url), applications, other, url);
    await cluster.stop();
    rmSync(other, { recursive: true });
  }
}

async function* measureOn(
  name: string,
  database: SqlDatabase,
  applications: number,
  dataDir: string,
  databaseUrl: string | null,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const index = applicantIndex(authKeysOf(secret));
  await migrate(database, Date.now());
  // So many minutes ago, so that what is due lies around today.
  const sinceMs = Date.now() - applications * 60_000 - 7 * dayMs;
  await seedDesk(database, { applications, sinceMs, applicantKey: index.key, macOf: index.macOf });
  if (name === 'postgres') await database.all('ANALYZE');
  await database.close();
  const server = await startServer({
    port: 0,
    dataDir,
    databaseUrl,
    authSecret: secret,
    demoAccounts: [dinas, villages],
    webDist: join(dataDir, 'none'),
    logLevel: 'error',
    rateLimits: null,
  });
  try {
    for (const account of [dinas, villages]) {
      const ask = await signIn(server.url, account);
      const row = { metric: 'desk', database: name, applications, official: account.posts?.[0]?.level };
      for (const { what, path, json } of asked) yield { ...row, what, ...(await timed(() => ask(path, json))) };
      const { pages, times, last } = await walk(ask);
      yield { ...row, what: `all ${pages} pages, each`, ...spread(times) };
      yield { ...row, what: 'last page', ...(await timed(() => ask(last))) };
    }
  } finally {
    await server.close();
  }
}

type Ask = (path: string, json?: object) => Promise<unknown>;

async function signIn(url: string, { login, code }: DemoAccount): Promise<Ask> {
  const answer = await fetch(`${url}/v1/auth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ grant_type: grantTypes.demo, login, code }),
  });
  const { access_token: token } = TokenResponse.parse(await answer.json());
  return async (path, json) => {
    const read = await fetch(`${url}${path}`, {
      ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      headers: {
        Authorization: `Bearer ${token}`,
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
    });
    if (read.status !== 200) throw new Error(`${path} answers ${read.status}`);
    const answer: unknown = await read.json();
    return answer;
  };
}

/** Every page of everything, one after the other, as nobody does by hand. */
async function walk(ask: Ask) {
  const times: number[] = [];
  const first = '/v1/queue?limit=50';
  let last = first;
  for (let next: string | null = first; next !== null; ) {
    last = next;
    const beganAt = performance.now();
    const page: unknown = await ask(next);
    times.push(performance.now() - beganAt);
    const { next: after } = QueuePage.parse(page);
    next = after === null ? null : `${first}&after=${after}`;
  }
  return { pages: times.length, times, last };
}

async function timed(work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const beganAt = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - beganAt);
  }
  return spread(times);
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95), n: sorted.length };
}
