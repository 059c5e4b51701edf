import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailableError } from '#server/stores/sql-database.ts';
import { type AskedOfS3, type S3Fault, type ToyS3, toyS3 } from '#server/testing/toy-s3.ts';
import { fileUploadStore } from '#server/uploads/file-upload-store.ts';
import { hasPapers, movePapers } from '#server/uploads/move-papers.ts';
import { s3Bucket } from '#server/uploads/s3/s3-bucket.ts';
import { s3UploadStore } from '#server/uploads/s3/s3-upload-store.ts';
import { tryBucket } from '#server/uploads/s3/try-bucket.ts';
import type { UploadStore } from '#server/uploads/upload-store.ts';
import { describeUploadStore } from './upload-store-suite.ts';

const quick = { patienceMs: 300, chance: () => 0 };
const refused = (status: number, code: string): S3Fault => ({ kind: 'refuse', status, code });

describeUploadStore('objects in a store where all goes well', async () => {
  const toy = await toyS3();
  return { store: s3UploadStore(s3Bucket(toy.settings, quick)), close: () => toy.close() };
});

/** What may go wrong with a request and be right the next time. */
const stumbles: readonly S3Fault[] = [
  refused(500, 'InternalError'),
  { kind: 'lose-answer' },
  refused(503, 'SlowDown'),
  { kind: 'silence' },
  { kind: 'slow', ms: 20 },
];

describeUploadStore('objects in a store that stumbles at every request, each time over something else', async () => {
  const toy = await toyS3();
  const seen = new Set<string>();
  let turn = 0;
  toy.spoil(({ method, name, query }) => {
    const asked = `${method} ${name} ${query.toString()}`;
    if (seen.delete(asked)) return undefined;
    seen.add(asked);
    turn += 1;
    return stumbles[turn % stumbles.length];
  });
  return { store: s3UploadStore(s3Bucket(toy.settings, quick)), close: () => toy.close() };
});

describe('F53: papers in a store over a network that fails', () => {
  let toy: ToyS3;
  let store: UploadStore;
  const key = randomBytes(24).toString('base64url');
  const hold = { signal: new AbortController().signal, onProgress: () => undefined };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  async function* of(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const isPut = ({ method }: AskedOfS3) => method === 'PUT';

  beforeEach(async () => {
    toy = await toyS3();
    store = s3UploadStore(s3Bucket(toy.settings, quick));
  });
  afterEach(() => toy.close());

  it('a piece whose answer is lost for good is there all the same, once', async () => {
    const bytes = randomBytes(300);
    toy.spoil((asked) => (isPut(asked) ? { kind: 'lose-answer' } : undefined));
    await expect(store.append(key, of(bytes.subarray(0, 200)), 300, hold, 0)).rejects.toThrow(StoreUnavailableError);
    toy.spoil(() => undefined);
    expect(await store.size(key)).toBe(200);
    expect(toy.objects.size).toBe(1);
    await store.append(key, of(bytes.subarray(200)), 300, hold, 200);
    expect((await store.digest(key)).sha256).toBe(sha256(bytes));
  });

  it('F33: a piece that was given up, sent again otherwise cut, and then arrives doubles no range and takes none away', async () => {
    const bytes = randomBytes(1000);
    toy.spoil((asked) => (isPut(asked) ? { kind: 'arrive-late' } : undefined));
    await expect(store.append(key, of(bytes.subarray(0, 700)), 1000, hold, 0)).rejects.toThrow('no answer');
    toy.spoil(() => undefined);
    expect(await store.size(key)).toBe(0);
    await store.append(key, of(bytes.subarray(0, 400)), 1000, hold, 0);
    await store.append(key, of(bytes.subarray(400, 900)), 1000, hold, 400);
    toy.late();
    expect(await store.size(key)).toBe(900);
    await store.append(key, of(bytes.subarray(900)), 1000, hold, 900);
    expect(await store.digest(key)).toMatchObject({ sizeBytes: 1000, sha256: sha256(bytes) });
    await store.makeDurable(key);
    expect(toy.objects.size).toBe(1);
    expect(await store.digest(key)).toMatchObject({ sizeBytes: 1000, sha256: sha256(bytes) });
    await store.clear(key);
    expect(toy.objects.size).toBe(0);
  });

  it('what was given up and arrives after the verdict never stands in the place of what was judged', async () => {
    const bytes = randomBytes(700);
    toy.spoil((asked) => (isPut(asked) ? { kind: 'arrive-late' } : undefined));
    const others = Array.from({ length: 12 }, () => store.append(key, of(randomBytes(700)), 700, hold, 0));
    for (const { status } of await Promise.allSettled(others)) expect(status).toBe('rejected');
    toy.spoil(() => undefined);
    await store.append(key, of(bytes), 700, hold, 0);
    await store.makeDurable(key);
    toy.late();
    expect(toy.objects.size).toBe(13);
    expect(await store.digest(key)).toMatchObject({ sizeBytes: 700, sha256: sha256(bytes) });
  });

  it('what lies beyond a gap does not count, and is gone after a clear', async () => {
    for (const start of [0, 100, 200]) await store.append(key, of(randomBytes(100)), 300, hold, start);
    const second = [...toy.objects.keys()].find((name) => name.includes('/000000000100-'));
    toy.remove(second ?? '');
    expect(await store.size(key)).toBe(100);
    const first = [...toy.objects.keys()].find((name) => name.includes('/000000000000-'));
    toy.remove(first ?? '');
    expect([await store.size(key), await store.read(key)]).toEqual([0, undefined]);
    await store.clear(key);
    expect(toy.objects.size).toBe(0);
  });

  it('of a slow stream nothing is in memory only for longer than seconds', { timeout: 20_000 }, async () => {
    const { promise: never, resolve: end } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield randomBytes(50);
      yield randomBytes(50);
      await never;
      yield randomBytes(7);
    }
    const appending = store.append(key, slow(), 1000, hold, 0);
    await vi.waitFor(async () => expect(await store.size(key)).toBe(100), { timeout: 10_000 });
    end();
    expect(await appending).toEqual({ kind: 'whole', sizeBytes: 107 });
  });

  it('a large one passes through in pieces, and lies in one object in the end', async () => {
    const bytes = randomBytes(10 * 1024 * 1024);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    }
    expect(await store.append(key, chunks(), bytes.length, hold, 0)).toEqual({
      kind: 'whole',
      sizeBytes: bytes.length,
    });
    expect([...toy.objects.values()].map(({ length }) => length)).toEqual(
      Array.from({ length: 10 }, () => 1024 * 1024),
    );
    await store.makeDurable(key);
    expect(toy.objects.size).toBe(1);
    expect((await store.digest(key)).sha256).toBe(sha256(bytes));
  });

  it('one that breaks off on the way out is an error, never a shorter paper', async () => {
    await store.append(key, of(randomBytes(100_000)), 100_000, hold, 0);
    toy.spoil(({ method, name }) => (method === 'GET' && name !== '' ? { kind: 'cut-answer' } : undefined));
    await expect(store.digest(key)).rejects.toThrow(StoreUnavailableError);
  });

  it('pieces that lie there otherwise than they were put are never made one', async () => {
    await store.append(key, of(randomBytes(100)), 200, hold, 0);
    await store.append(key, of(randomBytes(100)), 200, hold, 100);
    toy.spoil(({ method, name }) => {
      // Of the whole one that was just made: somebody has written over it.
      if (method === 'GET' && toy.objects.size === 3 && name !== '') toy.overwrite(name);
      return undefined;
    });
    await expect(store.makeDurable(key)).rejects.toThrow('other bytes');
    expect(toy.objects.size).toBe(3);
  });

  it('F33: a process that dies between putting pieces together and taking them away has neither less nor more', async () => {
    const bytes = randomBytes(900);
    for (const start of [0, 300, 600])
      await store.append(key, of(bytes.subarray(start, start + 300)), 900, hold, start);
    toy.spoil(({ method }) => (method === 'DELETE' ? refused(403, 'AccessDenied') : undefined));
    await expect(store.makeDurable(key)).rejects.toThrow(StoreUnavailableError);
    expect(toy.objects.size).toBe(4);
    expect(await store.digest(key)).toMatchObject({ sizeBytes: 900, sha256: sha256(bytes) });
    toy.spoil(() => undefined);
    await store.clear(key);
    expect(toy.objects.size).toBe(0);
  });

  it.each([
    refused(500, 'InternalError'),
    refused(503, 'SlowDown'),
    refused(403, 'AccessDenied'),
    refused(404, 'NoSuchBucket'),
    { kind: 'silence' } as const,
  ])('says "not now" for as long as it is answered with %j', async (fault) => {
    toy.spoil(() => fault);
    await expect(store.size(key)).rejects.toThrow(StoreUnavailableError);
    await expect(store.append(key, of(randomBytes(9)), 9, hold, 0)).rejects.toThrow(StoreUnavailableError);
    await expect(store.clear(key)).rejects.toThrow(StoreUnavailableError);
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError);
    toy.spoil(() => undefined);
    await store.ping();
    expect(await store.size(key)).toBe(0);
  });

  it('asks little: one listing and one piece for a piece of a phone', async () => {
    await store.append(key, of(randomBytes(100)), 300, hold, await store.size(key));
    expect(toy.asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });

  it('begins no multipart upload, so none is ever left behind', async () => {
    await store.append(key, of(randomBytes(3_000_000)), 3_000_000, hold, 0);
    await store.makeDurable(key);
    await store.clear(key);
    expect(toy.asked.filter(({ method, query }) => method === 'POST' || query.has('uploads'))).toEqual([]);
  });

  it.each<[S3Fault, string]>([
    [refused(404, 'NoSuchBucket'), 'there is no bucket "papers"'],
    [refused(403, 'AccessDenied'), 'may not list, write, read and remove'],
    [refused(403, 'SignatureDoesNotMatch'), 'does not know these keys'],
    [refused(301, 'PermanentRedirect'), 'is not in the region us-east-1'],
    [refused(403, 'RequestTimeTooSkewed'), 'the clock of this machine'],
    [refused(501, 'NotImplemented'), 'does not keep papers for us (NotImplemented)'],
    [{ kind: 'silence' }, 'nobody answers at http://127.0.0.1'],
  ])('is tried before anybody is served: %j', async (fault, words) => {
    const settings = { ...toy.settings, versionsExpire: false };
    const bucket = s3Bucket(settings, quick);
    expect(await tryBucket(bucket, settings)).toBeNull();
    expect(toy.objects.size).toBe(0);
    toy.spoil(() => fault);
    expect(await tryBucket(bucket, settings)).toContain(words);
  });

  it('is not taken where what is removed stays as an older version, unless that goes by a rule', async () => {
    const settings = { ...toy.settings, versionsExpire: false };
    toy.keepVersions();
    expect(await tryBucket(s3Bucket(settings, quick), settings)).toContain('erased papers would stay');
    expect(await tryBucket(s3Bucket(settings, quick), { ...settings, versionsExpire: true })).toBeNull();
    // Keys that may do no more than they need are not told of the bucket.
    toy.spoil(({ query }) => (query.has('versioning') ? refused(403, 'AccessDenied') : undefined));
    expect(await tryBucket(s3Bucket(settings, quick), settings)).toContain('erased papers would stay');
    expect(toy.objects.size).toBe(0);
  });
});

describe('papers of a folder that move into a bucket', () => {
  it('are there whole or as far as they had come, and not in the folder any more, also when it takes two goes', async () => {
    const toy = await toyS3();
    const folder = mkdtempSync(join(tmpdir(), 'ajukan-move-'));
    const from = fileUploadStore(folder);
    const to = s3UploadStore(s3Bucket(toy.settings, { patienceMs: 300, chance: () => 0 }));
    const hold = { signal: new AbortController().signal, onProgress: () => undefined };
    const papers = Array.from({ length: 5 }, (_, index) => ({
      key: `${randomBytes(24).toString('base64url')}${index === 0 ? '-pixels' : ''}`,
      bytes: randomBytes(1000 + index),
    }));
    for (const { key, bytes } of papers) {
      const chunks = (async function* () {
        yield bytes;
      })();
      await from.append(key, chunks, bytes.length, hold);
    }
    for (const place of ['.DS_Store', join(papers[0]?.key.slice(0, 2) ?? '', 'Thumbs.db')])
      writeFileSync(join(folder, place), 'x');
    expect(hasPapers(folder)).toBe(true);
    toy.spoil(() => (toy.objects.size < 3 ? undefined : { kind: 'refuse', status: 503, code: 'SlowDown' }));
    await expect(movePapers(folder, to)).rejects.toThrow(StoreUnavailableError);
    expect(hasPapers(folder)).toBe(true);
    toy.spoil(() => undefined);
    await movePapers(folder, to);
    expect(hasPapers(folder)).toBe(false);
    for (const { key, bytes } of papers) {
      expect((await to.digest(key)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    rmSync(folder, { recursive: true });
    await toy.close();
  });
});
