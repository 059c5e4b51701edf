import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GivenFile } from '#domain/application/given-result.ts';
import { sha256Hex } from '#media/sha256.ts';
import { keepTimeline } from '#storage/keep-timeline.ts';
import { lockKey } from '#storage/lock/lock-key.ts';
import { findOwned } from '#storage/owned-rows.ts';
import { createResultStore } from '#storage/result-store.ts';
import { outboxRow } from '#storage/rows.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 KANARI').buffer;
let file: GivenFile;
let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await signIn('siti');
  const sha256 = await sha256Hex(bytes);
  const named = { id: 'r1', title: 'Surat', number: null, givenAtMs: 1 };
  file = { kind: 'file', ...named, sizeBytes: bytes.byteLength, sha256 };
  const delivery = { state: 'delivered', receipt: aReceipt({ applicationId: 'a' }), deliveredAtMs: 5 } as const;
  await phone.rows.outbox.put(outboxRow({ ...anEntry({ applicationId: 'a', ownerId: 'siti' }), delivery }));
  const timeline = { steps: [], due: null, office: null, heardAtMs: 1, results: [file] };
  await phone.rows.tracked.put({
    applicationId: 'a',
    status: 'done',
    version: 2,
    changedAtMs: 2,
    reason: null,
    timeline,
  });
});
afterEach(() => {
  phone.end();
});

const signIn = (accountId: string) =>
  phone.rows.meta.put({ key: 'account', value: { accountId, name: accountId.toUpperCase() } });
const store = () => createResultStore(phone.vault.inside.connection, sha256Hex);

it('gives its owner back what was kept, and nobody else', async () => {
  expect(await store().keep('a', file, bytes)).toBe('kept');
  expect(new Uint8Array((await store().read('a', file)) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(bytes));
  await signIn('budi');
  expect(await store().read('a', file)).toBeNull();
  expect(await store().keep('a', file, bytes)).toBe('not-kept');
});

it('gives back nothing that is damaged', async () => {
  await store().keep('a', file, bytes);
  await phone.rows.payloads.put({ id: 'r1', bytes: new ArrayBuffer(bytes.byteLength) });
  expect(await store().read('a', file)).toBeNull();
});

it('keeps nothing that the office has not named, and nothing readable beside a lock, also one of another release', async () => {
  expect(await store().keep('a', { ...file, id: 'elsewhere' }, bytes)).toBe('not-kept');
  await phone.rows.meta.put({ key: lockKey('siti'), value: {} });
  expect(await store().keep('a', file, bytes)).toBe('not-kept');
  expect(await phone.rows.payloads.get('r1')).toBeUndefined();
});

it('lets go of what the office names no more', async () => {
  await store().keep('a', file, bytes);
  const told = { applicationId: 'a', status: 'done', version: 3, changedAtMs: 3, reason: null } as const;
  const timeline = { steps: [], due: null, office: null, heardAtMs: 2 };
  await keepTimeline(phone.vault.inside, { ...told, timeline: { ...timeline, results: [file] } });
  expect(await store().read('a', file)).not.toBeNull();
  await keepTimeline(phone.vault.inside, { ...told, timeline });
  expect(await phone.rows.payloads.get('r1')).toBeUndefined();
});

it('goes when its owner deletes what is theirs, and not when another does', async () => {
  await store().keep('a', file, bytes);
  const { connection } = phone.vault.inside;
  expect((await connection.read((db) => findOwned(db, 'siti'))).payloads).toContain('r1');
  expect((await connection.read((db) => findOwned(db, 'budi'))).payloads).not.toContain('r1');
});
