import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { eraseMine, type EraseEnd } from '#storage/erase-mine.ts';
import type { MarkKeeper } from '#storage/marks.ts';
import { ownedTables } from '#storage/owned-rows.ts';
import { residentRow } from '#storage/resident-rows.ts';
import { draftRow, outboxRow } from '#storage/rows.ts';
import { walletRow } from '#storage/wallet-rows.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

let phone: TestVault;
afterEach(() => {
  phone.end();
});

const tables = ownedTables;
type Content = Readonly<Record<string, readonly unknown[]>>;

async function content(): Promise<Content> {
  const rows = await Promise.all(tables.map(async (name) => [name, await phone.rows.table(name).toArray()] as const));
  return Object.fromEntries(rows);
}

function erase(accountId: string | null, unsent: number): Promise<EraseEnd> {
  const { connection, tripwire } = phone.vault.inside;
  return eraseMine(connection, tripwire, { accountId, unsent });
}

const bytes = bytesOf('KANARI');
let sequence = 0;

/** One of everything, of one owner: a draft, one that waits and one that the office has, papers, a kept paper. */
async function fill(ownerId: string | null, tag: string): Promise<void> {
  const { rows } = phone;
  await rows.drafts.put(draftRow(aDraft({ id: `${tag}-draft`, ownerId })));
  await rows.drafts.put(draftRow(aDraft({ id: `${tag}-discarded`, ownerId }), 5));
  const receipt = aReceipt({ applicationId: `${tag}-received` });
  const delivered = { state: 'delivered', deliveredAtMs: 1, receipt } as const;
  await rows.outbox.put(outboxRow(anEntry({ applicationId: `${tag}-waits`, sequence: (sequence += 1), ownerId })));
  await rows.outbox.put(
    outboxRow(
      anEntry({ applicationId: receipt.applicationId, sequence: (sequence += 1), ownerId, delivery: delivered }),
    ),
  );
  for (const applicationId of [`${tag}-draft`, `${tag}-waits`]) {
    const id = `${applicationId}-paper`;
    await rows.documents.put({
      id,
      applicationId,
      slot: 'ktp',
      mediaType: 'image/jpeg',
      fileName: 'ktp.jpg',
      attachedAtMs: 1,
      sizeBytes: bytes.byteLength,
      sha256: 'a'.repeat(64),
    });
    await rows.payloads.put({ id, bytes });
  }
  await rows.payloads.put({ id: `${tag}-waits`, bytes });
  await rows.tracked.put({
    applicationId: receipt.applicationId,
    status: 'under_review',
    version: 2,
    changedAtMs: 1,
    reason: null,
  });
  const paper = { kind: 'ktp', whose: '', fileName: 'ktp.jpg', mediaType: 'image/jpeg', takenAtMs: 1 } as const;
  const kept = { ...paper, id: `${tag}-kept`, ownerId, sizeBytes: 6, sha256: 'b'.repeat(64), validUntil: null };
  await rows.wallet.put(walletRow(kept));
  await rows.payloads.put({ id: kept.id, bytes });
  if (ownerId !== null) {
    const resident = { name: 'KANARI', nik: '', phone: '', area: '', note: '', addedAtMs: 1, changedAtMs: 1 };
    await rows.residents.put(residentRow({ ...resident, id: `${tag}-resident`, ownerId }));
  }
  await rows.sharedFiles.put({
    id: `${tag}-shared`,
    ownerKey: ownerId ?? '',
    sharedAtMs: 1,
    name: 'ktp.jpg',
    mediaType: 'image/jpeg',
    bytes,
  });
  const broken = { id: `${tag}-broken`, ownerKey: ownerId ?? '', draft: null };
  await rows.quarantine.put({ id: `drafts/${tag}-broken`, table: 'drafts', row: broken, sinceMs: 1 });
  await rows.meta.put({ key: `shortcuts/${ownerId ?? ''}`, value: { favourites: ['sku'], recent: [] } });
}

describe('"Hapus semua data saya di HP ini"', () => {
  it('leaves nothing of the person and nobody, and every row of other accounts as it was', async () => {
    const owners = fc.constantFrom(null, 'account-a', 'account-b', 'account-c');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(owners), fc.constantFrom(null, 'account-a'), async (present, who) => {
        const isMine = (owner: string | null) => owner === null || owner === who;
        phone = await openTestVault();
        if (who !== null) await phone.rows.meta.put({ key: 'account', value: { accountId: who, name: 'KANARI' } });
        for (const owner of present.filter((one) => !isMine(one))) await fill(owner, `of-${String(owner)}`);
        const before = await content();
        const mine = present.filter(isMine);
        for (const owner of mine) await fill(owner, `of-${String(owner)}`);

        expect(await erase(who, mine.length)).toEqual({ kind: 'erased' });
        expect(await content()).toEqual(before);
        expect(await phone.vault.account.readAccount()).toBeNull();
        expect(await phone.rows.meta.get(`shortcuts/${who ?? ''}`)).toBeUndefined();
        phone.end();
      }),
      { numRuns: 30 },
    );
  });

  it('is no lost vault: the mark is told, and the phone goes on counting', async () => {
    let mark = '';
    const keeper: MarkKeeper = {
      name: 'test',
      read: () => Promise.resolve(mark === '' ? null : mark),
      write(text) {
        mark = text;
        return Promise.resolve();
      },
    };
    phone = await openTestVault({ marks: [keeper] });
    await fill(null, 'mine');
    await phone.rows.meta.put({ key: 'device', value: { deviceId: 'device-1', lastSequence: 7, epoch: 3 } });
    expect(await erase(null, 1)).toEqual({ kind: 'erased' });
    expect(JSON.parse(mark)).toEqual({ deviceId: 'device-1', lastSequence: 7, waitingCount: 0, epoch: 4 });
    expect(await phone.again().inspect()).toEqual({ kind: 'healthy' });
  });

  it('asks again when more waits than the person was told of, or somebody else is signed in', async () => {
    phone = await openTestVault();
    await fill(null, 'mine');
    const before = await content();
    expect(await erase(null, 0)).toEqual({ kind: 'changed' });
    expect(await erase('account-a', 1)).toEqual({ kind: 'changed' });
    expect(await content()).toEqual(before);
  });

  it('takes nothing away when the phone can’t write, and says so', async () => {
    phone = await openTestVault();
    await fill(null, 'mine');
    const before = await content();
    phone.faults.failRequests('payloads', 'AbortError', 4);
    expect((await erase(null, 1)).kind).toBe('failed');
    expect(await content()).toEqual(before);
  });

  it('keeps a broken row that may be somebody else’s', async () => {
    phone = await openTestVault();
    await fill('account-b', 'others');
    await phone.rows.quarantine.put({ id: 'outbox/unknown', table: 'outbox', row: { applicationId: 1 }, sinceMs: 1 });
    await phone.rows.payloads.put({ id: 'unknown', bytes });
    const before = await content();
    expect(await erase(null, 0)).toEqual({ kind: 'erased' });
    expect(await content()).toEqual(before);
  });
});
