import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealApplication } from '#api/sealing/seal-application.ts';
import type { Draft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { newEntry, submissionText, type SubmissionParts } from '#domain/application/submission.ts';
import type { SealingKey, SealingMode, SealingTerms } from '#domain/sealing/sealing-terms.ts';
import { sha256Hex } from '#media/sha256.ts';
import { newKeyPair, type OfficeKey } from '#server/sealing/key-file.ts';
import { unwrapKey } from '#server/sealing/unwrap-key.ts';
import { createSealing, type Sealing } from '#services/sealing.ts';
import { eraseMine } from '#storage/erase-mine.ts';
import { createSealingStore } from '#storage/sealing-store.ts';
import { outboxRow } from '#storage/rows.ts';
import { aDraft, aPaper } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';

const paperBytes = bytesOf('KANARI: the photo of a paper');
const nowMs = Date.parse('2026-11-26T10:00:00Z');

let phone: TestVault;
let sealing: Sealing;
let office: OfficeKey;
let terms: SealingTerms | null;
let wished = false;
let poked = 0;

beforeEach(async () => {
  phone = await openTestVault();
  office = await newKeyPair(nowMs);
  terms = { mode: 'required', keys: [publicKey()] };
  wished = false;
  poked = 0;
  let ids = 0;
  const { connection, tripwire } = phone.vault.inside;
  sealing = createSealing({
    store: createSealingStore(connection, sha256Hex, tripwire),
    drafts: phone.vault.drafts,
    fetchTerms: () => Promise.resolve(terms === null ? { kind: 'unknown' } : { kind: 'ok', terms, etag: null }),
    seal: (order) => sealApplication(order, sha256Hex),
    device: { nowMs: () => nowMs, newId: () => `fresh-${(ids += 1)}` },
    digest: sha256Hex,
    wished: () => wished,
    poke: () => {
      poked += 1;
    },
  });
  await phone.vault.drafts.addDraft(draft());
  await phone.vault.drafts.addDocument(await aPaper(paperBytes), paperBytes);
});
afterEach(() => {
  phone.end();
});

function draft(): Draft {
  return { ...aDraft(), answers: { nama: 'KANARI Siti' } };
}
function publicKey(): SealingKey {
  const { kid, notBefore, notAfter, jwk } = office;
  return { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y, kid, notBefore, notAfter, recovery: false };
}
async function partsNow(): Promise<SubmissionParts> {
  const { deviceId, nextSequence } = await phone.vault.shelf.readDevice();
  const { id, definition, answers } = draft();
  const documents = await phone.vault.drafts.readDocuments(id);
  const device = { deviceId, sequence: nextSequence };
  return { applicationId: id, definition, answers, documents, device, ownerId: null, nowMs };
}
async function kirim() {
  return sealing.submit(orderOf(await partsNow()));
}
function orderOf(parts: SubmissionParts) {
  const { answers, updatedAtMs } = draft();
  const seen = { answers, updatedAtMs, documentIds: parts.documents.map(({ id }) => id) };
  return { parts, recipients: [publicKey()], seen, maskedName: 'K••• S•••' };
}
/** Everything that lies on the phone, as text. */
async function allOfIt(): Promise<string> {
  const tables = [phone.rows.drafts, phone.rows.documents, phone.rows.outbox];
  const rows = await Promise.all(tables.map((table) => table.toArray()));
  const payloads = (await phone.rows.payloads.toArray()).map(({ bytes }) => new TextDecoder().decode(bytes));
  return JSON.stringify([rows, payloads]);
}
async function sentOffReadable(change: Partial<OutboxEntry>): Promise<OutboxEntry> {
  const parts = await partsNow();
  const envelope = bytesOf(submissionText(parts));
  const entry = { ...newEntry(parts, { mediaType: 'application/json', ...(await fingerprint(envelope)) }), ...change };
  await phone.rows.payloads.put({ id: entry.applicationId, bytes: envelope });
  await phone.rows.outbox.put(outboxRow(entry));
  await phone.rows.drafts.delete(entry.applicationId);
  return entry;
}
const stored = () => phone.vault.shelf.readEntry('draft-1');
/** Whether the office's key opens what lies here now. */
async function opens(): Promise<string> {
  const row = await phone.rows.payloads.get('draft-1');
  const { sealed } = JSON.parse(new TextDecoder().decode(row?.bytes)) as { sealed: { key: never } };
  return (await unwrapKey(sealed.key, [office])).kind;
}

describe('Kirim of what is sealed', () => {
  it('leaves nothing that can be read, and the office’s key opens what is there', async () => {
    expect(await allOfIt()).toContain('KANARI');
    expect(await kirim()).toEqual({ kind: 'stored' });
    expect(await allOfIt()).not.toContain('KANARI');
    expect(await phone.rows.drafts.count()).toBe(0);
    expect(await phone.rows.documents.count()).toBe(0);
    expect(await stored()).toMatchObject({ sealed: { maskedName: 'K••• S•••' }, documents: [{ sealed: true }] });
    expect(await opens()).toBe('ok');
  });

  it.each(['drafts', 'documents', 'payloads', 'outbox', 'meta'])(
    'F2: cut off at a write to %s, the draft and its papers are what they were',
    async (table) => {
      phone.faults.fillDisk(table, 1);
      expect((await kirim()).kind).toBe('failed');
      expect(await phone.rows.outbox.count()).toBe(0);
      expect((await phone.vault.drafts.readDraft('draft-1'))?.answers).toEqual({ nama: 'KANARI Siti' });
      expect((await phone.vault.drafts.readDocument('paper-1'))?.bytes.byteLength).toBe(paperBytes.byteLength);
      expect(await kirim()).toEqual({ kind: 'stored' });
    },
  );

  it('F15 F4: what the disk kept differently is taken back to the draft, with its paper', async () => {
    phone.faults.corrupt('payloads', (row) => ({ ...(row as object), bytes: new ArrayBuffer(3) }), 2);
    expect((await kirim()).kind).toBe('failed');
    expect(await phone.rows.outbox.count()).toBe(0);
    expect((await phone.vault.drafts.readDocument('paper-1'))?.bytes.byteLength).toBe(paperBytes.byteLength);
    expect((await phone.vault.shelf.readDevice()).nextSequence).toBe(1);
  });

  it('from two tabs at once is sent off once, and both say so', async () => {
    const order = orderOf(await partsNow());
    const ends = await Promise.all([sealing.submit(order), sealing.submit(order)]);
    expect(ends).toEqual([{ kind: 'stored' }, { kind: 'stored' }]);
    expect(await phone.rows.outbox.count()).toBe(1);
    expect(await opens()).toBe('ok');
  });

  it('changes nothing when a paper can’t be read any more', async () => {
    await phone.rows.payloads.put({ id: 'paper-1', bytes: new ArrayBuffer(1) });
    expect(await kirim()).toMatchObject({ kind: 'paper-damaged' });
    expect(await phone.rows.drafts.count()).toBe(1);
  });
});

describe('how it goes', () => {
  const ways: readonly (readonly [SealingMode, boolean, boolean, string])[] = [
    ['off', true, true, 'plain'],
    ['optional', false, true, 'plain'],
    ['optional', true, true, 'seal'],
    ['optional', true, false, 'plain'],
    ['required', false, true, 'seal'],
    ['required', false, false, 'seal-later'],
  ];
  it.each(ways)('an office that says %s, wished %s, a key %s: %s', async (mode, wish, hasKey, kind) => {
    wished = wish;
    terms = { mode, keys: hasKey ? [publicKey()] : [] };
    await sealing.refresh();
    // Without signal from here on.
    terms = null;
    await sealing.refresh();
    expect((await sealing.how()).kind).toBe(kind);
  });

  it('with a seal to come while the phone can’t read what the office wants', async () => {
    await sealing.refresh();
    phone.faults.failRequests('meta', 'AbortError', 4);
    expect((await sealing.how()).kind).toBe('seal-later');
  });

  it('before the first contact as ever', async () => {
    expect((await sealing.how()).kind).toBe('plain');
  });
});

describe('at the next contact', () => {
  it('what had no key is sealed before it goes, under new ids for its papers', async () => {
    await sentOffReadable({ sealFirst: true });
    await sealing.refresh();
    const entry = await stored();
    expect(entry?.sealFirst).toBeUndefined();
    expect(entry).toMatchObject({ sealed: {}, documents: [{ id: 'fresh-1', sealed: true }] });
    expect(await allOfIt()).not.toContain('KANARI');
    expect(await opens()).toBe('ok');
    expect(poked).toBe(1);
  });

  it('what the office refused for want of a seal is sealed; what it may have is left alone', async () => {
    const { untried: _untried, ...tried } = await sentOffReadable({});
    await phone.rows.outbox.put(outboxRow(tried));
    await sealing.refresh();
    expect((await stored())?.sealed).toBeUndefined();
    const refused = { ...tried.delivery, lastProblem: { kind: 'seal-needed' as const } };
    await phone.rows.outbox.put(outboxRow({ ...tried, delivery: refused }));
    await sealing.refresh();
    expect((await stored())?.sealed).toBeDefined();
  });

  it('what was sent off before the office asked for seals is never tried without one', async () => {
    const entry = await sentOffReadable({});
    expect(entry.untried).toBe(true);
    const { outboxStore } = phone.vault;
    // Heard, but not acted on yet: the worker runs with no page open.
    const { connection, tripwire } = phone.vault.inside;
    await createSealingStore(connection, sha256Hex, tripwire).keepTerms({
      terms: { mode: 'required', keys: [publicKey()] },
      etag: null,
    });
    expect(await outboxStore.noteTried('draft-1', 0)).toEqual({ kind: 'unsealed' });
    expect((await stored())?.untried).toBe(true);
    await sealing.refresh();
    const sealed = await stored();
    expect(sealed?.sealed).toBeDefined();
    expect(await allOfIt()).not.toContain('KANARI');
    expect(await outboxStore.noteTried('draft-1', 1)).toEqual({ kind: 'stored' });
  });

  it('also what waits behind two hundred that go as they are', async () => {
    const { untried: _untried, ...tried } = await sentOffReadable({ sequence: 900 });
    const many = Array.from({ length: 210 }, (_, at) =>
      outboxRow({ ...tried, applicationId: `other-${String(at)}`, sequence: at + 1 }),
    );
    await phone.rows.outbox.bulkPut([...many, outboxRow({ ...tried, sealFirst: true })]);
    await sealing.refresh();
    expect((await stored())?.sealed).toBeDefined();
  });

  it('no run that read it before can write it any more', async () => {
    await sentOffReadable({ sealFirst: true });
    await sealing.refresh();
    const entry = await stored();
    if (entry === undefined) throw new Error('no entry');
    const change = { documents: [], delivery: entry.delivery };
    expect(await phone.vault.outboxStore.commit('draft-1', change, 0, 'strict')).toEqual({ kind: 'fenced' });
  });

  it('goes as it is when the office takes it open again', async () => {
    terms = { mode: 'optional', keys: [] };
    await sentOffReadable({ sealFirst: true });
    await sealing.refresh();
    expect(await stored()).toMatchObject({ envelope: { mediaType: 'application/json' } });
    expect((await stored())?.sealFirst).toBeUndefined();
  });

  it('a paper that is damaged waits for its person', async () => {
    await sentOffReadable({ sealFirst: true });
    await phone.rows.payloads.put({ id: 'paper-1', bytes: new ArrayBuffer(1) });
    await sealing.refresh();
    expect((await stored())?.delivery).toMatchObject({ state: 'needs-person', problem: { kind: 'file-damaged' } });
  });
});

it('somebody else who deletes what is theirs leaves the sealed papers of another account alone', async () => {
  await kirim();
  const entry = await stored();
  if (entry === undefined) throw new Error('no entry');
  await phone.rows.outbox.put(outboxRow({ ...entry, ownerId: 'account-b' }));
  const { connection, tripwire } = phone.vault.inside;
  const seen = { accountId: null, unsent: 0 };
  expect(await eraseMine(connection, tripwire, seen)).toEqual({ kind: 'erased' });
  expect(await phone.rows.payloads.bulkGet(['draft-1', 'paper-1'])).not.toContain(undefined);
});

it.each([
  ['of a broken shape', (row: object): object => ({ ...row, state: 'unheard-of' })],
  ['that names no paper any more', (row: object): object => ({ ...row, entry: null })],
])('nor when its row %s was put aside', async (_how, broken) => {
  await kirim();
  const entry = await stored();
  if (entry === undefined) throw new Error('no entry');
  const row = broken(outboxRow({ ...entry, ownerId: 'account-b' }));
  await phone.rows.quarantine.put({ id: 'outbox/draft-1', table: 'outbox', row, sinceMs: 1 });
  await phone.rows.outbox.delete('draft-1');
  await phone.rows.payloads.put({ id: 'nobody', bytes: bytesOf('KANARI') });
  const { connection, tripwire } = phone.vault.inside;
  expect(await eraseMine(connection, tripwire, { accountId: null, unsent: 0 })).toEqual({ kind: 'erased' });
  expect(await phone.rows.payloads.bulkGet(['draft-1', 'paper-1'])).not.toContain(undefined);
});
