import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftRow, outboxRow } from '#storage/rows.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';

describe('signing in on this phone', () => {
  let phone: TestVault;
  beforeEach(async () => {
    phone = await openTestVault();
  });
  afterEach(() => {
    phone.end();
  });
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
