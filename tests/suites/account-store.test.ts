import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftRow, outboxRow } from '#storage/rows.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';

describe('signing in on this phone', () => {
  let phone: TestVault;
  beforeEach(async () => {
    phone = await openTestVault();
  });
  afterEach(() => {
    phone.end();
  });
  const shortcuts = async () => (await firstOf(phone.vault.catalogue.liveServices())).shortcuts;
  const signIn = () => phone.vault.account.signIn({ accountId: 'account-a', name: 'KANARI' });

  it('gives the person what nobody has claimed yet, and nothing of anybody else', async () => {
    await phone.rows.drafts.put(draftRow(aDraft()));
    await phone.rows.outbox.put(outboxRow(anEntry({ ownerId: null })));
    await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'other', sequence: 2, ownerId: 'account-b' })));
    expect(await signIn()).toEqual({ kind: 'stored' });
    expect((await phone.vault.drafts.readDraft('draft-1'))?.ownerId).toBe('account-a');
    const { entries } = await phone.vault.outboxStore.readWaiting('account-a', 0, 10);
    expect(entries.map(({ applicationId }) => applicationId)).toEqual(['application-1']);
  });

  it('gives the person the favourites of this phone, and shows none of them to the next one', async () => {
    const { catalogue, account } = phone.vault;
    await catalogue.keepShortcut({ kind: 'star', serviceId: 'sku' });
    await catalogue.keepShortcut({ kind: 'used', serviceId: 'kia' });
    expect(await shortcuts()).toEqual({ favourites: ['sku'], recent: ['kia'] });
    await signIn();
    expect(await shortcuts()).toEqual({ favourites: ['sku'], recent: ['kia'] });
    await account.signOut();
    expect(await shortcuts()).toEqual({ favourites: [], recent: [] });
    await account.signIn({ accountId: 'account-b', name: 'KANARI' });
    expect(await shortcuts()).toEqual({ favourites: [], recent: [] });
    await catalogue.keepShortcut({ kind: 'star', serviceId: 'sktm' });
    await account.signOut();
    await signIn();
    expect(await shortcuts()).toEqual({ favourites: ['sku'], recent: ['kia'] });
  });

  it('works on a full phone, by the reserve (F7)', async () => {
    await phone.vault.keepHouse();
    phone.faults.fillDisk('meta', 1);
    expect(await signIn()).toEqual({ kind: 'stored' });
  });

  it('says so when the phone stays full', async () => {
    phone.faults.fillDisk('meta');
    expect(await signIn()).toEqual({ kind: 'failed', reason: 'quota' });
    expect(await phone.vault.account.readAccount()).toBeNull();
  });
});
