import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookAtDraft } from '#storage/first-look.ts';
import { currentSchemaVersion } from '#storage/schema-version.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await phone.vault.drafts.addDraft(aDraft());
});
afterEach(() => {
  phone.end();
});
const look = (draftId = 'draft-1') => lookAtDraft(draftId, indexedDB, phone.name);

it('a draft is read as the store has it, and the store is let go of', async () => {
  await phone.vault.drafts.saveAnswers('draft-1', { answers: { a: 'KANARI' }, place: 'p', updatedAtMs: 2 }, 'strict');
  expect(await look()).toEqual(aDraft({ answers: { a: 'KANARI' }, place: 'p', updatedAtMs: 2 }));
  expect(await look('draft-2')).toBeNull();
  phone.end();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(phone.name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('it could not be deleted'));
    // Held, it would wait for ever: somebody who is just letting go is waited for.
  });
});

it('where there is no store, none is made', async () => {
  expect(await lookAtDraft('draft-1', indexedDB, 'never-there')).toBeNull();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('never-there');
});

it('a deleted draft is not seen', async () => {
  await phone.vault.drafts.setHidden('draft-1', 5);
  expect(await look()).toBeNull();
});

it('another person’s draft is not seen, one’s own is', async () => {
  await phone.vault.drafts.addDraft(aDraft({ id: 'draft-2', ownerId: 'budi' }));
  expect(await look('draft-2')).toBeNull();
  await phone.rows.meta.put({ key: 'account', value: { accountId: 'siti', name: 'Siti' } });
  expect(await look('draft-2')).toBeNull();
  await phone.rows.meta.put({ key: 'account', value: { accountId: 'budi', name: 'Budi' } });
  expect(await look('draft-2')).toEqual(aDraft({ id: 'draft-2', ownerId: 'budi' }));
});

it.each([currentSchemaVersion + 1, currentSchemaVersion - 1])(
  'a store of another release (version %s) is left to the code that knows what to say',
  async (schemaVersion) => {
    await phone.rows.meta.put({ key: 'schema', value: { schemaVersion, minReader: 1 } });
    expect(await look()).toBeNull();
  },
);

it('a row of another making is not taken for a draft', async () => {
  await phone.rows.table('drafts').put({ ...(await phone.rows.drafts.get('draft-1')), draft: { id: 'draft-1' } });
  expect(await look()).toBeNull();
});

it('a browser without a store has no draft', async () => {
  const shut = {
    open: () => {
      throw new Error('SecurityError');
    },
  } as unknown as IDBFactory;
  expect(await lookAtDraft('draft-1', shut)).toBeNull();
});
