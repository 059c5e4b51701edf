import { mkdirSync, readFileSync, statSync, writeFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from './start.ts';
import { rawPatch } from './testing/raw-patch.ts';
import { testFile } from './testing/test-file.ts';
import { testPhone } from './testing/test-phone.ts';
import { failingStart, spawnServer, startTestServer, type TestFolder, testFolder } from './testing/test-server.ts';
import { testPaper, testSubmission } from './testing/test-submission.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

describe('a running server', () => {
  it('makes 300 deliveries of one application at once exactly one (C15)', async () => {
    const server = await startTestServer(folder);
    const phone = await testPhone(server.url);
    const submission = testSubmission();
    const answers = await Promise.all(Array.from({ length: 300 }, () => phone.put(submission)));
    const statuses = answers.map(({ status }) => status);
    const receipts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect([
      statuses.filter((status) => status === 201).length,
      statuses.filter((status) => status === 200).length,
    ]).toEqual([1, 299]);
    expect(receipts.size).toBe(1);
    expect((await phone.changes()).map(({ applicationId }) => applicationId)).toEqual([submission.id]);
    await server.close();
  });

  it('starts again with everything it had', async () => {
    const first = await startTestServer(folder);
    const submission = testSubmission();
    const before = await (await testPhone(first.url)).put(submission);
    await first.close();
    const second = await startTestServer(folder);
    const after = await (await testPhone(second.url)).put(submission);
    expect([after.status, await after.text()]).toEqual([200, await before.text()]);
    await second.close();
  });

  it('knows the sessions of before after a restart', async () => {
    const first = await startTestServer(folder);
    const phone = await testPhone(first.url);
    await first.close();
    const second = await startTestServer(folder);
    const answer = await fetch(`${second.url}/v1/me`, { headers: phone.authorization });
    expect(answer.status).toBe(200);
    await second.close();
  });

  it('makes accounts for trying out at the first start, keeps them, and shows them to their owner only', async () => {
    const settings = { port: 0, dataDir: folder.dataDir, webDist: folder.dataDir, logLevel: 'silent' } as const;
    const first = await startServer(settings);
    await first.close();
    const second = await startServer(settings);
    await second.close();
    expect(first.demoAccounts.map(({ roles }) => roles)).toEqual([
      ['pemohon'],
      ['pemohon'],
      ['pendamping'],
      ['verifikator'],
      ['verifikator'],
      ['penandatangan'],
      ['admin'],
    ]);
    expect(new Set(first.demoAccounts.map(({ code }) => /^\d{6}$/.test(code)))).toEqual(new Set([true]));
    expect(second.demoAccounts).toEqual(first.demoAccounts);
    expect(statSync(join(folder.dataDir, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.dataDir, 'app.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder.dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  });
});

describe('a server process', () => {
  it('ends at SIGTERM with code 0 within 10 s, in the middle of an upload, and keeps what had arrived', async () => {
    const process = await spawnServer(folder);
    const phone = await testPhone(process.url);
    const paper = testPaper('ktp', testFile(1_000_000));
    const { id } = testSubmission();
    const uploadUrl = (await phone.announce(id, paper)) ?? '';
    const socket = await rawPatch(process.url, uploadUrl, phone.authorization.Authorization, {
      offset: 0,
      length: 1_000_000,
      first: paper.file.bytes.subarray(0, 250_000),
    });
    const answered = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString('latin1'))));
    const held = (await testPhone(process.url)).head(uploadUrl);
    const startedMs = performance.now();
    await held;
    expect(await process.end('SIGTERM')).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    const heldBytes = Number(/upload-offset: (\d+)/i.exec(await answered)?.[1]);
    expect(heldBytes).toBeGreaterThan(0);
    const again = await spawnServer(folder);
    expect(await (await testPhone(again.url)).offset(uploadUrl)).toBe(heldBytes);
    expect(await again.end('SIGINT')).toBe(0);
  });

  it.each([
    ['PORT', 'delapan', 'PORT is "delapan"'],
    ['DATA_DIR', '/dev/null/data', '/dev/null/data'],
    ['CATALOGUE_DIR', '/dev/null', 'not a folder'],
    ['CATALOGUE_DIR', '/nowhere', 'no service in it'],
    ['DATABASE_URL', 'postgres://ajukan@127.0.0.1:1/ajukan', "The database can't be used"],
    ['NODE_ENV', 'production', 'PUBLIC_URL is not set'],
    ['APP_ENV', 'production', 'PUBLIC_URL is not set'],
    ['AUTH_SECRET', 'pendek', 'AUTH_SECRET'],
    ['DATA_DIR', '/proc/x', "The folder /proc/x can't be used"],
    ['WEB_DIST', '/nowhere', 'WEB_DIST'],
  ])('does not start with %s=%s, and says why in one sentence', async (name, value, words) => {
    const { code, said } = await failingStart({
      DATA_DIR: folder.dataDir,
      CATALOGUE_DIR: folder.catalogueDir,
      [name]: value,
    });
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toContain('at ');
  });

  it.each<[what: string, spoil: (dataDir: string) => void, words: string]>([
    ['a lock file of somebody else', (dataDir) => writeFileSync(join(dataDir, 'server.lock'), 'KANARI'), 'server.lock'],
    ['a lock that is a folder', (dataDir) => mkdirSync(join(dataDir, 'server.lock')), 'server.lock'],
    ['a database that is a folder', (dataDir) => mkdirSync(join(dataDir, 'app.db')), 'app.db'],
    ['a database of somebody else', (dataDir) => writeFileSync(join(dataDir, 'app.db'), 'KANARI'), 'not a database'],
    ['a file for the files', (dataDir) => writeFileSync(join(dataDir, 'files'), ''), 'files'],
    ['accounts that are a folder', (dataDir) => mkdirSync(join(dataDir, 'demo-accounts.json')), 'demo-accounts.json'],
    ['a secret that is none', (dataDir) => writeFileSync(join(dataDir, 'auth-secret'), 'x'), 'auth-secret'],
    ['a secret that is a folder', (dataDir) => mkdirSync(join(dataDir, 'auth-secret')), 'auth-secret'],
    [
      'accounts that lead nowhere',
      (dataDir) => symlinkSync(join(dataDir, 'nowhere'), join(dataDir, 'demo-accounts.json')),
      'demo-accounts.json',
    ],
  ])('does not start on %s, and says why in one sentence', async (_what, spoil, words) => {
    mkdirSync(folder.dataDir);
    spoil(folder.dataDir);
    const { dataDir, catalogueDir } = folder;
    const { code, said } = await failingStart({ DATA_DIR: dataDir, CATALOGUE_DIR: catalogueDir, DEMO_ACCOUNTS: '' });
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said).toMatch(/^\n {2}Server tidak berjalan\. \/ The server has not started\. [^\n]+\n\n$/);
  });

  it('does not start on a port or a data folder that is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const environment = { DATA_DIR: folder.dataDir, CATALOGUE_DIR: folder.catalogueDir };
    const busyPort = await failingStart({ ...environment, PORT: String(port) });
    expect([busyPort.code, busyPort.said]).toEqual([1, expect.stringContaining(`Port ${port} is already in use`)]);
    other.close();
    const running = await startTestServer(folder);
    const busyFolder = await failingStart(environment);
    expect([busyFolder.code, busyFolder.said]).toEqual([
      1,
      expect.stringContaining('Another server is already running'),
    ]);
    await running.close();
  });

  it('does not touch accounts that it can not read', async () => {
    mkdirSync(folder.dataDir);
    const file = join(folder.dataDir, 'demo-accounts.json');
    writeFileSync(file, '[');
    const { code, said } = await failingStart({
      DATA_DIR: folder.dataDir,
      CATALOGUE_DIR: folder.catalogueDir,
      DEMO_ACCOUNTS: '',
    });
    expect([code, said]).toEqual([1, expect.stringContaining('demo-accounts.json')]);
    expect(readFileSync(file, 'utf8')).toBe('[');
  });
});
