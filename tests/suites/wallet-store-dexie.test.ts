import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '#media/sha256.ts';
import type { Mark, MarkKeeper } from '#storage/marks.ts';
import { outboxRow } from '#storage/rows.ts';
import { createWalletStore } from '#storage/wallet-store.ts';
import { aDraft, aPaper } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';
import { aKeptPaper } from '#tests/fixtures/wallet-paper.ts';
import { describeWalletStore } from './wallet-store.suite.ts';

const storeOf = ({ vault }: TestVault) => createWalletStore(vault.inside.connection, sha256Hex, vault.inside.tripwire);

describeWalletStore('Dexie on IndexedDB', async () => {
  const phone = await openTestVault();
  const { vault, rows, faults, end } = phone;
  return {
    store: storeOf(phone),
    async setAccount(accountId) {
      if (accountId === null) await vault.account.signOut();
      else await vault.account.signIn({ accountId, name: 'KANARI' });
    },
    everyId: () => rows.wallet.toCollection().primaryKeys(),
    async loseBytes(paperId) {
      await rows.payloads.delete(paperId);
    },
    failNextWrite: () => faults.fillDisk('wallet', 1),
    end,
  };
});

it('a paper that was kept is told by the mark that outlives the store', async () => {
  let mark = '{}';
  const keeper: MarkKeeper = {
    name: 'test',
    read: () => Promise.resolve(null),
    write(next) {
      mark = next;
      return Promise.resolve();
    },
  };
  const phone = await openTestVault({ marks: [keeper] });
  await phone.vault.drafts.addDraft(aDraft());
  await phone.vault.settled();
  const epochOf = (text: string) => (JSON.parse(text) as Mark).epoch;
  const before = epochOf(mark);
  const photo = bytesOf('a photo of a KTP');
  await storeOf(phone).addPaper(await aKeptPaper(photo), photo);
  await phone.vault.settled();
  expect(epochOf(mark)).toBe(before + 1);
  phone.end();
});

describe('the wallet beside the applications', () => {
  const photo = bytesOf('a photo of a KTP');
  const dayMs = 24 * 60 * 60 * 1000;
  let nowMs = 0;
  let phone: TestVault;
  beforeEach(async () => {
    nowMs = 100 * dayMs;
    phone = await openTestVault({ nowMs: () => nowMs });
    await storeOf(phone).addPaper(await aKeptPaper(photo), photo);
  });
  afterEach(() => {
    phone.end();
  });
  const keptBytes = async (): Promise<ArrayBuffer | undefined> => (await storeOf(phone).readPaper('kept-1'))?.bytes;

  it('keeps its bytes when the application that had the same ones is purged after delivery (I17)', async () => {
    const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: nowMs } as const;
    await phone.rows.outbox.put(outboxRow(anEntry({ delivery })));
    await phone.rows.documents.put(await aPaper(photo, { applicationId: 'application-1' }));
    await phone.rows.payloads.put({ id: 'paper-1', bytes: photo });
    for (let day = 0; day < 20; day += 1) {
      await phone.vault.keepHouse();
      nowMs += dayMs;
    }
    expect(await phone.rows.payloads.get('paper-1')).toBeUndefined();
    expect(await keptBytes()).toEqual(photo);
  });

  it('keeps its bytes when a draft that used them is discarded', async () => {
    await phone.vault.drafts.addDraft(aDraft());
    await phone.vault.drafts.addDocument(await aPaper(photo), photo);
    await phone.vault.drafts.setHidden('draft-1', nowMs - dayMs);
    await phone.vault.keepHouse();
    expect(await phone.rows.documents.count()).toBe(0);
    expect(await keptBytes()).toEqual(photo);
  });

  it('what was removed before the app was closed goes with its bytes at the next start, and only that', async () => {
    const second = bytesOf('a family card');
    await storeOf(phone).addPaper(await aKeptPaper(second, { id: 'kept-2', kind: 'kk' }), second);
    await storeOf(phone).setHidden(['kept-1'], nowMs - dayMs);
    await storeOf(phone).setHidden(['kept-2'], nowMs - 1_000);
    await phone.vault.keepHouse();
    expect(await phone.rows.wallet.toCollection().primaryKeys()).toEqual(['kept-2']);
    expect(await phone.rows.payloads.get('kept-1')).toBeUndefined();
    expect((await phone.rows.payloads.get('kept-2'))?.bytes).toEqual(second);
  });

  it('a row of another making is moved aside as it is, and the rest is shown (F48)', async () => {
    await phone.rows.wallet.put({ id: 'broken', ownerKey: '', kind: 'ktp' } as never);
    await phone.rows.sharedFiles.put({ id: 'broken', sharedAtMs: 1 } as never);
    await phone.rows.sharedFiles.put({
      ownerKey: '',
      id: 'whole',
      sharedAtMs: 1,
      name: 'a',
      mediaType: 'b',
      bytes: photo,
    });
    await phone.vault.keepHouse();
    const aside = (await phone.rows.quarantine.toArray()).map(({ id }) => id);
    expect(aside.toSorted()).toEqual(['sharedFiles/broken', 'wallet/broken']);
    expect(await phone.rows.sharedFiles.toCollection().primaryKeys()).toEqual(['whole']);
    expect(await keptBytes()).toEqual(photo);
  });

  it('bytes that the disk did not keep were never kept, whatever it said (F15)', async () => {
    phone.faults.corrupt('payloads', (row) => ({ ...(row as object), bytes: null }), 1);
    const lost = bytesOf('lost');
    const end = await storeOf(phone).addPaper(await aKeptPaper(lost, { id: 'kept-2' }), lost);
    expect(end).toEqual({ kind: 'failed', reason: 'unknown' });
    expect(await phone.rows.wallet.toCollection().primaryKeys()).toEqual(['kept-1']);
  });

  it('a paper is in its place again when the disk did not keep the new one (F15)', async () => {
    phone.faults.corrupt('payloads', (row) => ({ ...(row as object), bytes: null }), 1);
    const lost = bytesOf('lost');
    const fresh = await aKeptPaper(lost, { id: 'kept-2' });
    const end = await storeOf(phone).replacePaper({ id: 'kept-1', hiddenAtMs: 5 }, fresh, lost);
    expect(end).toEqual({ kind: 'failed', reason: 'unknown' });
    expect(await keptBytes()).toEqual(photo);
    expect(await phone.rows.wallet.toCollection().primaryKeys()).toEqual(['kept-1']);
  });
});
