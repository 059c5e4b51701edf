import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { outboxRow } from '#storage/rows.ts';
import { aDraft, aPaper } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { aDocument, anEntry } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';

const envelope = bytesOf('{"data":{}}');
const refused = {
  state: 'needs-person',
  problem: { kind: 'office-trouble', status: 500 },
  sinceMs: 0,
  receipt: null,
} as const;

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
});
afterEach(() => {
  phone.end();
});

async function entryOf(draftId: string, documents: readonly OutboxDocument[] = []): Promise<OutboxEntry> {
  const { deviceId, nextSequence } = await phone.vault.shelf.readDevice();
  const description = { mediaType: 'application/json', ...(await fingerprint(envelope)) };
  return anEntry({
    applicationId: draftId,
    ownerId: null,
    deviceId,
    sequence: nextSequence,
    documents,
    envelope: description,
  });
}

describe('Kirim', () => {
  const seen = { ...aDraft(), documentIds: [] };
  beforeEach(async () => {
    await phone.vault.drafts.addDraft(aDraft());
  });

  it('takes the draft as it was read, from the drafts to the outbox', async () => {
    expect(await phone.vault.shelf.submit(await entryOf('draft-1'), envelope, seen)).toEqual({ kind: 'stored' });
    expect(await phone.rows.drafts.count()).toBe(0);
    expect(await phone.vault.shelf.readEntry('draft-1')).toBeDefined();
  });

  it.each([
    ['later', 2],
    ['within the same millisecond', 1],
  ])('never drops words that were saved after it was read, %s', async (_when, updatedAtMs) => {
    const entry = await entryOf('draft-1');
    const change = { answers: { usaha: 'Warung' }, place: 'review', updatedAtMs };
    await phone.vault.drafts.saveAnswers('draft-1', change, 'relaxed');
    expect(await phone.vault.shelf.submit(entry, envelope, seen)).toEqual({ kind: 'changed' });
    expect((await phone.vault.drafts.readDraft('draft-1'))?.answers).toEqual({ usaha: 'Warung' });
    expect(await phone.rows.outbox.count()).toBe(0);
  });

  it('never sends off a paper that was removed, leaves one out that was added, or counts on bytes that are gone', async () => {
    const bytes = bytesOf('a paper');
    const paper = await aPaper(bytes);
    await phone.vault.drafts.addDocument(paper, bytes);
    const withPaper = { ...seen, documentIds: [paper.id] };
    const described = aDocument({ id: paper.id, sizeBytes: paper.sizeBytes, sha256: paper.sha256 });
    expect(await phone.vault.shelf.submit(await entryOf('draft-1'), envelope, seen)).toEqual({ kind: 'changed' });

    await phone.rows.payloads.delete(paper.id);
    const entry = await entryOf('draft-1', [described]);
    expect(await phone.vault.shelf.submit(entry, envelope, withPaper)).toEqual({ kind: 'changed' });

    await phone.vault.drafts.removeDocument(paper.id);
    expect(await phone.vault.shelf.submit(entry, envelope, withPaper)).toEqual({ kind: 'changed' });
    expect(await phone.rows.outbox.count()).toBe(0);
  });

  it('is not called stored when it can’t be read back, and nothing that may be under way is taken back', async () => {
    const entry = await entryOf('draft-1');
    const withTheLastWrite = (row: unknown) => {
      phone.faults.failRequests('outbox', 'UnknownError', 2);
      return row;
    };
    phone.faults.corrupt('meta', withTheLastWrite, 1);
    expect(await phone.vault.shelf.submit(entry, envelope, seen)).toEqual({ kind: 'failed', reason: 'unknown' });
    expect(await phone.rows.outbox.count()).toBe(1);
    expect((await phone.vault.shelf.readDevice()).nextSequence).toBe(2);
  });

  it('goes back to the draft, with its number, when the disk kept something else (F15)', async () => {
    const entry = await entryOf('draft-1');
    phone.faults.corrupt('payloads', (row) => ({ ...(row as object), bytes: new ArrayBuffer(1) }), 1);
    expect(await phone.vault.shelf.submit(entry, envelope, seen)).toEqual({ kind: 'failed', reason: 'unknown' });
    expect(await phone.rows.outbox.count()).toBe(0);
    expect(await phone.vault.drafts.readDraft('draft-1')).toEqual(aDraft());
    expect((await phone.vault.shelf.readDevice()).nextSequence).toBe(1);
  });
});

describe('reopening', () => {
  const draft = aDraft({ id: 'draft-2' });

  it('is refused while the entry waits to be sent: there must not be two applications', async () => {
    await phone.rows.outbox.put(outboxRow(anEntry()));
    expect(await phone.vault.shelf.reopenAsDraft('application-1', draft)).toEqual({ kind: 'in-line' });
    expect(await phone.vault.drafts.readDraft('draft-2')).toBeUndefined();
    expect(await phone.rows.outbox.count()).toBe(1);
  });

  it('takes an entry back that was never tried, and a run that read it before can’t begin with it any more (I2, F56)', async () => {
    await phone.rows.outbox.put(outboxRow(anEntry({ untried: true })));
    const { outboxStore, runLock, shelf } = phone.vault;
    const result = await runLock.withLock(async ({ fence }) => {
      expect(await shelf.reopenAsDraft('application-1', draft)).toEqual({ kind: 'stored' });
      return await outboxStore.noteTried('application-1', fence);
    });
    expect(result).toEqual({ kind: 'fenced' });
  });

  it('moves a refused entry with its papers, under new ids, into the draft', async () => {
    const bytes = bytesOf('a paper');
    await phone.rows.outbox.put(outboxRow(anEntry({ ownerId: null, delivery: refused })));
    await phone.rows.documents.put(await aPaper(bytes, { applicationId: 'application-1' }));
    await phone.rows.payloads.put({ id: 'paper-1', bytes });
    expect(await phone.vault.shelf.reopenAsDraft('application-1', draft)).toEqual({ kind: 'stored' });
    const papers = await phone.vault.drafts.readDocuments('draft-2');
    expect(papers).toHaveLength(1);
    expect(papers[0]?.id).not.toBe('paper-1');
    expect((await phone.vault.drafts.readDocument(papers[0]?.id ?? ''))?.bytes).toEqual(bytes);
    expect(await phone.rows.outbox.count()).toBe(0);
  });

  it('F12: leaves a paper behind whose bytes have changed, so that the form asks for it again', async () => {
    await phone.rows.outbox.put(outboxRow(anEntry({ ownerId: null, delivery: refused })));
    await phone.rows.documents.put(await aPaper(bytesOf('a paper'), { applicationId: 'application-1' }));
    await phone.rows.payloads.put({ id: 'paper-1', bytes: bytesOf('a pap3r') });
    expect(await phone.vault.shelf.reopenAsDraft('application-1', draft)).toEqual({ kind: 'stored' });
    expect(await phone.vault.drafts.readDocuments('draft-2')).toEqual([]);
    expect(await phone.rows.payloads.count()).toBe(0);
  });

  it('takes the outbox from a run that still has an old copy, which then can’t write any more', async () => {
    await phone.rows.outbox.put(outboxRow(anEntry({ delivery: refused })));
    const { outboxStore, runLock, shelf } = phone.vault;
    const result = await runLock.withLock(async ({ fence }) => {
      await shelf.reopenAsDraft('application-1', draft);
      await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'application-2', sequence: 2 })));
      return await outboxStore.commit('application-2', { documents: [], delivery: refused }, fence, 'strict');
    });
    expect(result).toEqual({ kind: 'fenced' });
  });
});

describe('what a person decides about one application', () => {
  beforeEach(async () => {
    await phone.vault.account.signIn({ accountId: 'account-a', name: 'KANARI' });
    const delivery = { ...anEntry().delivery, nextTryAtMs: 900 } as OutboxEntry['delivery'];
    await phone.rows.outbox.put(outboxRow(anEntry({ delivery, untried: true })));
  });
  const read = () => phone.vault.shelf.readEntry('application-1');

  it('a pause ends "now", and "now" ends a pause and is due at once', async () => {
    const { shelf } = phone.vault;
    expect(await shelf.choose('application-1', 'pause', 5)).toEqual({ kind: 'stored' });
    expect(await read()).toMatchObject({ pausedAtMs: 5, untried: true });
    await shelf.choose('application-1', 'now', 6);
    expect(await read()).toMatchObject({ anyConnection: true, delivery: { nextTryAtMs: 6 } });
    expect((await read())?.pausedAtMs).toBeUndefined();
    await shelf.choose('application-1', 'pause', 7);
    expect((await read())?.anyConnection).toBeUndefined();
    await shelf.choose('application-1', 'resume', 8);
    expect((await read())?.pausedAtMs).toBeUndefined();
  });

  it('what was copied for another phone is not taken back as never sent', async () => {
    await phone.vault.shelf.choose('application-1', 'copied', 5);
    expect((await read())?.untried).toBeUndefined();
  });

  it('nobody decides about another account’s', async () => {
    await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'theirs', sequence: 9, ownerId: 'account-b' })));
    expect(await phone.vault.shelf.choose('theirs', 'pause', 5)).toEqual({ kind: 'gone' });
  });

  it('"all now" leaves what was put aside, and means this connection only when Wi-Fi was chosen', async () => {
    const { shelf } = phone.vault;
    await shelf.makeAllDue(5);
    expect((await read())?.anyConnection).toBeUndefined();
    await shelf.setWifiOnly(true);
    await shelf.makeAllDue(5);
    expect((await read())?.anyConnection).toBe(true);
    await shelf.choose('application-1', 'pause', 6);
    await shelf.makeAllDue(7);
    expect(await read()).toMatchObject({ pausedAtMs: 6 });
  });
});

describe('taking a copy in', () => {
  it('stores all of it in one go, once, and never over what is here', async () => {
    const bytes = bytesOf('a paper');
    const document = await aPaper(bytes, { applicationId: 'application-1' });
    const entry = anEntry({
      ownerId: null,
      envelope: { mediaType: 'application/json', ...(await fingerprint(envelope)) },
    });
    const { shelf, drafts } = phone.vault;
    expect(await shelf.takeIn(entry, envelope, [{ document, bytes }])).toEqual({ kind: 'stored' });
    expect(await shelf.readEntry('application-1')).toEqual(entry);
    expect((await drafts.readDocument(document.id))?.bytes).toEqual(bytes);
    expect(await shelf.takeIn(entry, envelope, [])).toEqual({ kind: 'already-here' });
  });
});
