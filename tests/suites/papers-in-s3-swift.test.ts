import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ReceiptWire } from '#contract/schemas.ts';
import { openPersistence } from '#server/open-persistence.ts';
import { sweepPortsOf } from '#server/open-retention.ts';
import { usualTerms } from '#server/retention/retention-terms.ts';
import { sweepRetention } from '#server/retention/sweep-retention.ts';
import { cameraPhoto } from '#server/testing/hostile-papers.ts';
import { fileOf, testFile, testPdf } from '#server/testing/test-file.ts';
import { testPhone } from '#server/testing/test-phone.ts';
import { failingStart, startTestServer, type TestFolder, testFolder } from '#server/testing/test-server.ts';
import { testPaper, testSubmission } from '#server/testing/test-submission.ts';
import { s3UploadStore } from '#server/uploads/s3/s3-upload-store.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { type PrivateSwift, startSwift, type TestBucket } from '../../tools/swift.ts';
import { allChecks } from '../contract/checks/all-checks.ts';
import { loadOpenApiDocument } from '../contract/openapi-document.ts';
import { runSuite } from '../contract/run-suite.ts';
import { startReferenceBackend } from '../contract/start-reference-backend.ts';
import { crashPointsSuite } from './crash-points.suite.ts';
import { describeUploadRaces } from './upload-races-suite.ts';
import { describeUploadStore } from './upload-store-suite.ts';

let swift: PrivateSwift;
beforeAll(async () => {
  swift = await startSwift();
});
afterAll(() => swift.stop());

const storageOf = ({ settings }: TestBucket) => ({ ...settings, versionsExpire: false });

describeUploadStore('objects in OpenStack Swift, by its S3 API', async () => {
  const { bucket } = await swift.createBucket();
  return { store: s3UploadStore(bucket), close: () => Promise.resolve() };
});

describeUploadRaces('two processes on one PostgreSQL and one bucket', 2, async () => {
  const [cluster, bucket] = await Promise.all([startPostgres(), swift.createBucket()]);
  return {
    environment: { DATABASE_URL: await cluster.createDatabase(), ...bucket.environment },
    files: s3UploadStore(bucket.bucket),
    close: () => cluster.stop(),
  };
});

describe('a server with its papers in a bucket', () => {
  let folder: TestFolder;
  let environment: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = testFolder();
    ({ environment } = await swift.createBucket());
  });
  afterAll(() => folder.remove());

  crashPointsSuite(
    () => folder,
    () => environment,
    [
      'bytes: a piece half written',
      'bytes: durable, offset not answered',
      'verdict: bytes durable, nothing written down',
    ],
  );
});

describe('papers in a bucket', () => {
  let folder: TestFolder;
  let bucket: TestBucket;
  beforeAll(async () => {
    folder = testFolder();
    bucket = await swift.createBucket();
  });
  afterAll(() => folder.remove());

  it('lie in one object each when they are received, are given out as they were sent, and are gone when they are erased', async () => {
    const server = await startTestServer(folder, { storage: storageOf(bucket) });
    const phone = await testPhone(server.url);
    const photo = testPaper('ktp', fileOf(new Uint8Array(await cameraPhoto()), 'image/jpeg'));
    const pdf = testPaper('lampiran', testPdf(300_000));
    const done = testSubmission([photo, pdf]);
    await phone.put(done);
    for (const paper of done.papers) {
      const url = (await phone.announce(done.id, paper)) ?? '';
      const { bytes } = paper.file;
      for (let at = 0; at < bytes.length; at += 100_000) {
        const rest = Math.min(bytes.length, at + 100_000);
        const { status, headers } = await phone.patch(url, at, bytes.slice(at, rest));
        expect([status, headers.get('upload-offset')]).toEqual([204, String(rest)]);
      }
    }
    const receipt = await phone.put(done);
    expect(ReceiptWire.parse(await receipt.json()).missingDocuments).toEqual([]);
    const names = await bucket.names();
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^tests\/here\/[\w-]{32}(?:-pixels)?\/0{12}-[\da-f]{16}$/);
    const content = await fetch(`${server.url}/v1/documents/${pdf.id}/content`, { headers: phone.authorization });
    expect(Buffer.from(await content.arrayBuffer()).equals(pdf.file.bytes)).toBe(true);

    const half = testSubmission([testPaper('ktp', testFile(200_000))]);
    await phone.put(half);
    const [paper] = half.papers;
    if (paper === undefined) throw new Error('no paper');
    await phone.patch((await phone.announce(half.id, paper)) ?? '', 0, paper.file.bytes.slice(0, 50_000));
    expect(await bucket.names()).toHaveLength(3);

    const withdrawn = await fetch(`${server.url}${done.path}/withdrawals/${uuidv7()}`, {
      method: 'PUT',
      headers: {
        ...phone.authorization,
        'Content-Type': 'application/json',
        'If-Match':
          (await fetch(`${server.url}${done.path}`, { headers: phone.authorization })).headers.get('etag') ?? '',
      },
      body: '{}',
    });
    expect(withdrawn.status).toBe(201);
    const erased = await fetch(`${server.url}/v1/me/erasure`, {
      method: 'PUT',
      headers: { ...phone.authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ erase: 'everything-not-kept-by-law' }),
    });
    expect(erased.status).toBe(200);
    expect((await bucket.names()).filter((name) => !names.includes(name))).toEqual([]);
    await server.close();

    const persistence = await openPersistence(folder.dataDir, null, Date.now());
    try {
      const nowMs = () => Date.now() + 4000 * 24 * 60 * 60 * 1000;
      const ports = { ...sweepPortsOf(persistence, s3UploadStore(bucket.bucket)), nowMs };
      await sweepRetention(ports, usualTerms, new AbortController().signal);
      expect(await bucket.names()).toEqual([]);
    } finally {
      await persistence.close();
    }
  });

  it('F53: wait while the store is away, and go on with what it has when it is back', async () => {
    const server = await startTestServer(folder, { storage: storageOf(bucket) });
    const phone = await testPhone(server.url);
    const submission = testSubmission([testPaper('ktp', testFile(200_000))]);
    const [paper] = submission.papers;
    if (paper === undefined) throw new Error('no paper');
    await phone.put(submission);
    const url = (await phone.announce(submission.id, paper)) ?? '';
    const { bytes } = paper.file;
    expect((await phone.patch(url, 0, bytes.slice(0, 90_000))).status).toBe(204);
    await swift.crash();
    const away = await phone.patch(url, 90_000, bytes.slice(90_000));
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    await swift.restart();
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    expect(ReceiptWire.parse(await (await phone.put(submission)).json()).missingDocuments).toEqual([paper.id]);
    expect(await phone.offset(url)).toBe(90_000);
    expect((await phone.patch(url, 90_000, bytes.slice(90_000))).status).toBe(204);
    expect(ReceiptWire.parse(await (await phone.put(submission)).json()).missingDocuments).toEqual([]);
    await server.close();
  });

  it.each<[what: string, change: Readonly<Record<string, string>>, words: string]>([
    ['a bucket that is not there', { STORAGE_URL: 'other' }, 'there is no bucket "not-here"'],
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'x'.repeat(32) }, 'does not know these keys'],
    ['a wrong name', { AWS_ACCESS_KEY_ID: 'ajukan:nobody' }, 'does not know these keys'],
  ])('are not begun with %s, and the sentence at start says so', async (_what, change, words) => {
    const { endpoint } = bucket.settings;
    const STORAGE_URL =
      change['STORAGE_URL'] === undefined
        ? (bucket.environment['STORAGE_URL'] ?? '')
        : `s3://not-here?endpoint=${endpoint}`;
    const { code, said } = await failingStart({
      DATA_DIR: folder.dataDir,
      CATALOGUE_DIR: folder.catalogueDir,
      ...bucket.environment,
      ...change,
      STORAGE_URL,
    });
    expect(code).toBe(1);
    expect(said).toContain(`STORAGE_URL: `);
    expect(said).toContain(words);
    expect(said).not.toContain('at async');
  });

  it('keep the contract’s promises about uploads', { timeout: 300_000 }, async () => {
    const fresh = await swift.createBucket();
    const backend = await startReferenceBackend(null, (ports) => ports, { storage: storageOf(fresh) });
    // Who wins a race is settled by the lock, which two processes have shown above.
    const checks = allChecks.filter(({ level, id }) => level === 'uploads' && !id.startsWith('complete-race'));
    try {
      const document = loadOpenApiDocument('openapi.json');
      const report = await runSuite({ ...backend, serviceId: null, levels: ['uploads'], document, checks });
      expect(report.checks.filter(({ result }) => result !== 'passed')).toEqual([]);
      expect(report.checks.length).toBeGreaterThan(5);
    } finally {
      await backend.stop();
    }
  });
});
