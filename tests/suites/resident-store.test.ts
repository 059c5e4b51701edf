import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Resident } from '#domain/resident/resident.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { StoredFolder } from '#services/resident-ports.ts';
import { createResidentStore } from '#storage/resident-store.ts';
import { draftRow, outboxRow } from '#storage/rows.ts';
import { createWalletStore } from '#storage/wallet-store.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';
import { aKeptPaper } from '#tests/fixtures/wallet-paper.ts';

const words = { name: 'KANARI Siti', nik: '', phone: '', area: '', note: '' };
const delivered = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 1 } as const;

describe('residents on an officer’s phone', () => {
  let phone: TestVault;
  beforeEach(async () => {
    phone = await openTestVault();
    await signIn('officer-a');
  });
  afterEach(() => {
    phone.end();
  });
  const store = () => createResidentStore(phone.vault.inside.connection, phone.vault.inside.tripwire);
  const wallet = () => createWalletStore(phone.vault.inside.connection, sha256Hex, phone.vault.inside.tripwire);
  const signIn = (accountId: string) =>
    phone.vault.account.signIn({ accountId, name: 'KANARI', roles: ['pendamping'] });
  const add = (id: string, change: Partial<Resident> = {}) =>
    store().addResident({ ...words, id, addedAtMs: 1, changedAtMs: 1, ...change });
  const ids = async (): Promise<readonly string[]> => (await firstOf(store().liveResidents())).map(({ id }) => id);
  const folder = async (id: string): Promise<StoredFolder> => {
    const found = await firstOf(store().liveFolder(id));
    if (found === null) throw new Error('no folder');
    return found;
  };

  it('are listed by name, and read and changed whole', async () => {
    await add('b', { name: 'Wati' });
    await add('a', { name: 'Amat' });
    await add('c', { name: 'asih' });
    expect(await ids()).toEqual(['a', 'c', 'b']);
    expect(await store().changeResident('b', { ...words, name: 'Aan', nik: '1' }, 5)).toEqual({ kind: 'stored' });
    expect(await store().readResident('b')).toEqual({
      ...words,
      id: 'b',
      ownerId: 'officer-a',
      name: 'Aan',
      nik: '1',
      addedAtMs: 1,
      changedAtMs: 5,
    });
    expect(await ids()).toEqual(['b', 'a', 'c']);
  });

  it('are kept once, also when it is asked for twice', async () => {
    await add('a');
    await store().changeResident('a', { ...words, note: 'datang Senin' }, 2);
    expect(await add('a')).toEqual({ kind: 'stored' });
    expect((await store().readResident('a'))?.note).toBe('datang Senin');
  });

  it('another officer on this phone sees, changes and deletes none of them; nor does who is not signed in', async () => {
    await add('a');
    await phone.vault.drafts.addDraft(aDraft({ ownerId: 'officer-a', residentId: 'a' }));
    const nothing = async () => {
      expect(await ids()).toEqual([]);
      expect(await store().readResident('a')).toBeUndefined();
      expect(await firstOf(store().liveResident('a'))).toBeNull();
      expect(await firstOf(store().liveFolder('a'))).toBeNull();
      expect(await store().changeResident('a', words, 9)).toEqual({ kind: 'gone' });
      expect(await store().hideResident('a', 9)).toEqual({ kind: 'gone' });
      expect(await store().unhideResident('a')).toEqual({ kind: 'gone' });
    };
    await signIn('officer-b');
    await nothing();
    await phone.vault.account.signOut();
    await nothing();
    expect(await add('new')).toEqual({ kind: 'sign-in-needed' });
    await signIn('officer-a');
    expect(await ids()).toEqual(['a']);
    expect((await folder('a')).drafts).toHaveLength(1);
  });

  it('each have their own folder: nothing of one is in another’s', async () => {
    await add('a');
    await add('b');
    const ownerId = 'officer-a';
    await phone.vault.drafts.addDraft(aDraft({ id: 'd-a', ownerId, residentId: 'a' }));
    await phone.vault.drafts.addDraft(aDraft({ id: 'd-b', ownerId, residentId: 'b' }));
    await phone.vault.drafts.addDraft(aDraft({ id: 'd-own', ownerId }));
    await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'e-a', ownerId, residentId: 'a' })));
    await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'e-own', sequence: 2, ownerId })));
    const photo = bytesOf('a photo of a KTP');
    await wallet().addPaper(await aKeptPaper(photo, { id: 'p-b', residentId: 'b' }), photo);
    const of = async (id: string) => {
      const { drafts, items, papers } = await folder(id);
      return [drafts.map((one) => one.id), items.map(({ entry }) => entry.applicationId), papers.map((one) => one.id)];
    };
    expect(await of('a')).toEqual([['d-a'], ['e-a'], []]);
    expect(await of('b')).toEqual([['d-b'], [], ['p-b']]);
  });

  it('are still whose they were after autosaves, a claim and every act of the outbox', async () => {
    await add('a');
    await phone.vault.drafts.addDraft(aDraft({ ownerId: 'officer-a', residentId: 'a' }));
    await phone.vault.drafts.saveAnswers('draft-1', { answers: { x: '1' }, place: 'p', updatedAtMs: 7 }, 'relaxed');
    await phone.rows.outbox.put(outboxRow(anEntry({ ownerId: 'officer-a', residentId: 'a' })));
    await phone.vault.shelf.choose('application-1', 'pause', 5);
    await signIn('officer-a');
    const { drafts, items } = await folder('a');
    expect(drafts.map(({ answers }) => answers)).toEqual([{ x: '1' }]);
    expect(items.map(({ entry }) => entry.pausedAtMs)).toEqual([5]);
  });

  it.each([
    ['a draft', () => phone.rows.drafts.put(draftRow(aDraft({ ownerId: 'officer-a', residentId: 'a' })))],
    ['what waits', () => phone.rows.outbox.put(outboxRow(anEntry({ ownerId: 'officer-a', residentId: 'a' })))],
  ])('are not deleted while %s of theirs is not at the office', async (_what, put) => {
    await add('a');
    await put();
    expect(await store().hideResident('a', 9)).toEqual({ kind: 'unsent' });
    expect(await ids()).toEqual(['a']);
  });

  it('go out of sight, can be taken back, and go for good with their papers and nobody else’s', async () => {
    await add('a');
    await add('b');
    await phone.rows.drafts.put(draftRow(aDraft({ ownerId: 'officer-a', residentId: 'a' }), 3));
    await phone.rows.outbox.put(outboxRow(anEntry({ ownerId: 'officer-a', residentId: 'a', delivery: delivered })));
    for (const [id, residentId] of [
      ['p-a', 'a'],
      ['p-b', 'b'],
    ] as const) {
      const bytes = bytesOf(id);
      await wallet().addPaper(await aKeptPaper(bytes, { id, residentId }), bytes);
    }
    expect(await store().hideResident('a', 50)).toEqual({ kind: 'stored' });
    expect(await ids()).toEqual(['b']);
    expect(await store().unhideResident('a')).toEqual({ kind: 'stored' });
    expect(await ids()).toEqual(['a', 'b']);
    await store().hideResident('a', 50);
    await store().purgeHidden(50);
    expect(await phone.rows.residents.count()).toBe(2);
    await store().purgeHidden(51);
    expect(await phone.rows.residents.toCollection().primaryKeys()).toEqual(['b']);
    expect(await phone.rows.wallet.toCollection().primaryKeys()).toEqual(['p-b']);
    expect(await phone.rows.payloads.toCollection().primaryKeys()).toEqual(['p-b']);
    // What the office has stays in the list.
    expect(await phone.rows.outbox.count()).toBe(1);
    expect(await store().unhideResident('a')).toEqual({ kind: 'gone' });
  });

  it('that were deleted before the app was closed go at the next start; a row of another making is moved aside', async () => {
    await add('a');
    await add('b');
    await store().hideResident('a', 1);
    await phone.rows.residents.put({ id: 'broken', ownerKey: 'officer-a' } as never);
    await phone.vault.keepHouse();
    expect(await phone.rows.residents.toCollection().primaryKeys()).toEqual(['b']);
    expect((await phone.rows.quarantine.toArray()).map(({ id }) => id)).toEqual(['residents/broken']);
  });

  it('a full phone keeps what was kept, and says so (F6)', async () => {
    await add('a');
    phone.faults.fillDisk('residents', 1);
    expect(await add('b')).toEqual({ kind: 'failed', reason: 'quota' });
    expect(await ids()).toEqual(['a']);
  });
});
