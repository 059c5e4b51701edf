import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import { verifyAudit } from '#server/stores/verify-audit.ts';
import type { RunningServer } from '#server/start.ts';
import { examined, subscribedBrowser } from '#server/testing/push-scene.ts';
import { rawPatch } from '#server/testing/raw-patch.ts';
import { testAccounts } from '#server/testing/test-accounts.ts';
import { testFile } from '#server/testing/test-file.ts';
import { testPhone, type TestPhone } from '#server/testing/test-phone.ts';
import { startTestServer, testFolder } from '#server/testing/test-server.ts';
import { type ToyPushService, toyPushService } from '#server/testing/toy-push-service.ts';
import { testPaper, testSubmission } from '#server/testing/test-submission.ts';
import { type PrivatePostgres, startPostgres } from '../../tools/postgres.ts';

const folder = testFolder();
let cluster: PrivatePostgres;
let databaseUrl: string;
let servers: readonly RunningServer[];
let pushService: ToyPushService;
let phones: readonly TestPhone[];

beforeAll(async () => {
  cluster = await startPostgres();
  databaseUrl = await cluster.createDatabase();
  pushService = await toyPushService();
  const push = { keys: null, hosts: { hosts: [], testOrigin: pushService.origin }, subject: null };
  const settings = { databaseUrl, push };
  servers = await Promise.all([startTestServer(folder, settings), startTestServer(folder, settings)]);
  phones = await Promise.all(servers.map(({ url }) => testPhone(url)));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await pushService.close();
  await cluster.stop();
  folder.remove();
});

function phone(index: number): TestPhone {
  const found = phones[index % phones.length];
  if (found === undefined) throw new Error('No phone');
  return found;
}

async function announced(size: number) {
  const paper = testPaper('ktp', testFile(size));
  return { bytes: paper.file.bytes, uploadUrl: (await phone(0).announce(testSubmission().id, paper)) ?? '' };
}

describe('two servers on one PostgreSQL and one folder of files', () => {
  it('make 8 deliveries of each application exactly one, also in the feed (F50)', async () => {
    const submissions = Array.from({ length: 30 }, () => testSubmission());
    for (const submission of submissions) {
      const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => phone(index).put(submission)));
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => b - a);
      expect(statuses).toEqual([201, 200, 200, 200, 200, 200, 200, 200]);
    }
    const changes = await phone(1).changes();
    expect(changes.map(({ applicationId }) => applicationId)).toEqual(submissions.map(({ id }) => id));
  });

  it('let one of two writers at one offset win, whichever server they ask', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { bytes, uploadUrl } = await announced(300_000);
      const answers = await Promise.all([0, 1, 2].map((index) => phone(index).patch(uploadUrl, 0, bytes)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409]);
      expect(await phone(1).offset(uploadUrl)).toBe(300_000);
    }
  });

  it('take an upload over from a connection to the other that says nothing any more', async () => {
    const { bytes, uploadUrl } = await announced(100_000);
    const authorization = phone(0).authorization.Authorization;
    const first = bytes.subarray(0, 40_000);
    const socket = await rawPatch(servers[0]?.url ?? '', uploadUrl, authorization, {
      offset: 0,
      length: bytes.length,
      first,
    });
    const startedMs = performance.now();
    await vi.waitFor(async () => expect(await phone(1).offset(uploadUrl)).toBe(40_000), { timeout: 10_000 });
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect((await phone(1).patch(uploadUrl, 40_000, bytes.slice(40_000))).status).toBe(204);
    socket.destroy();
  });

  it('keep one audit log, each entry after the other', async () => {
    const refused = (index: number) =>
      fetch(`${servers[index % 2]?.url ?? ''}/v1/queue`, { headers: phone(index).authorization });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => refused(index)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    const database = openPostgresDatabase(databaseUrl);
    const { entries, faults } = await verifyAudit(database);
    await database.close();
    expect([entries >= 42, faults]).toEqual([true, []]);
  });

  it('wake a browser once for each thing that happened, whichever of them does it', { timeout: 30_000 }, async () => {
    const { endpoint } = await subscribedBrowser(servers[0]?.url ?? '', pushService);
    const ids = await Promise.all(
      Array.from({ length: 24 }, (_, index) => examined(servers[index % servers.length]?.url ?? '')),
    );
    await vi.waitFor(() => expect(pushService.broughtTo(endpoint)).toHaveLength(24), { timeout: 20_000 });
    const brought = pushService.broughtTo(endpoint).map(({ plain }) => plain);
    expect(brought.toSorted()).toEqual(ids.map((id) => JSON.stringify({ id })).toSorted());
  });

  it('count the requests of an account together, whichever of them is asked', async () => {
    const wide = { burst: 100_000, perSecond: 1000 };
    const rateLimits = {
      address: wide,
      session: wide,
      office: wide,
      reveals: wide,
      account: { burst: 40, perSecond: 0.001 },
    };
    const limited = await Promise.all([0, 1].map(() => startTestServer(folder, { databaseUrl, rateLimits })));
    try {
      const { authorization } = await testPhone(limited[0]?.url ?? '', 'budi');
      const ask = (index: number) => fetch(`${limited[index % 2]?.url ?? ''}/v1/me`, { headers: authorization });
      const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => ask(index)));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(40);
      expect(statuses.filter((status) => status === 429)).toHaveLength(80);
      expect(Number((await ask(1)).headers.get('retry-after'))).toBeGreaterThan(0);
      const database = openPostgresDatabase(databaseUrl);
      const kept = JSON.stringify(await database.all('SELECT * FROM rate_bucket'));
      await database.close();
      expect(kept).not.toMatch(/127\.0\.0\.1|budi|::1/);
    } finally {
      await Promise.all(limited.map((server) => server.close()));
    }
  });

  it('count tries at a sample account together, and only those that fail', async () => {
    const { login, code } = testAccounts.officer;
    const enter = async (index: number, word: string) => {
      const body = JSON.stringify({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code: word });
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(`${servers[index % 2]?.url ?? ''}/v1/auth/token`, { method: 'POST', headers, body });
      return answer.status;
    };
    const right = await Promise.all(Array.from({ length: 12 }, (_, index) => enter(index, code)));
    expect(new Set(right)).toEqual(new Set([200]));
    const statuses = await Promise.all(Array.from({ length: 30 }, (_, index) => enter(index, '000000')));
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
    expect([await enter(0, code), await enter(1, code)]).toEqual([429, 429]);
  });

  it('say 503 and never 500 while PostgreSQL is gone, and lose and double nothing (F52)', {
    timeout: 60_000,
  }, async () => {
    const before = (await phone(0).changes()).length;
    const submissions = Array.from({ length: 200 }, () => testSubmission());
    const acknowledged = new Set<string>();
    const statuses = new Set<number>();
    let crash: Promise<void> | undefined;
    const send = async (index: number) => {
      for (let at = index; at < submissions.length; at += 8) {
        const submission = submissions[at];
        if (submission === undefined) return;
        const { status } = await phone(at).put(submission);
        statuses.add(status);
        if (status === 201) acknowledged.add(submission.id);
        if (acknowledged.size === 30) crash ??= cluster.crash();
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => send(index)));
    await crash;
    expect([...statuses].filter((status) => status !== 201)).toEqual([503]);
    const down = await fetch(`${servers[0]?.url ?? ''}/health/ready`);
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await fetch(`${servers[0]?.url ?? ''}/health/live`)).status).toBe(200);

    await cluster.restart();
    const statusesOfKnown = new Set<number>();
    for (const [index, submission] of submissions.entries()) {
      const { status } = await phone(index).put(submission);
      if (acknowledged.has(submission.id)) statusesOfKnown.add(status);
      expect([200, 201]).toContain(status);
    }
    expect([...statusesOfKnown]).toEqual([200]);
    const changes = (await phone(1).changes()).slice(before);
    expect(changes.map(({ applicationId }) => applicationId).toSorted()).toEqual(
      submissions.map(({ id }) => id).toSorted(),
    );
  });
});
