import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoOfferedMs, undoPossibleMs } from '#domain/application/draft.ts';
import { aDraft, aPaper } from '#tests/fixtures/draft.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

const deletedAtMs = 1_000_000;
let nowMs: number;
let phone: TestVault;
beforeEach(async () => {
  nowMs = deletedAtMs;
  phone = await openTestVault({ nowMs: () => nowMs });
  const { drafts } = phone.vault;
  await drafts.addDraft(aDraft());
  await drafts.addDocument(await aPaper(bytesOf('foto')), bytesOf('foto'));
  await drafts.setHidden('draft-1', deletedAtMs);
});
afterEach(() => {
  phone.end();
});
const startAgain = async (afterMs: number) => {
  nowMs = deletedAtMs + afterMs;
  const next = phone.again();
  await next.keepHouse();
  return next.drafts;
};

test('a deleted draft is listed as deleted, and can be neither opened nor sent off', async () => {
  const { drafts } = phone.vault;
  expect(await firstOf(drafts.liveDrafts())).toMatchObject([{ id: 'draft-1', hiddenAtMs: deletedAtMs }]);
  expect(await drafts.readDraft('draft-1')).toBeUndefined();
});

test('for as long as it is offered, a start of the app leaves it, and it comes back whole', async () => {
  const drafts = await startAgain(undoOfferedMs);
  expect(await firstOf(drafts.liveDrafts())).toHaveLength(1);
  expect(await drafts.setHidden('draft-1', null)).toEqual({ kind: 'stored' });
  expect(await firstOf(drafts.liveDrafts())).toEqual([aDraft()]);
  expect(await drafts.readDocument('paper-1')).toBeDefined();
});

test('later it is gone with its papers, and cannot come back', async () => {
  const drafts = await startAgain(undoPossibleMs + 1);
  expect(await firstOf(drafts.liveDrafts())).toEqual([]);
  expect(await phone.rows.documents.count()).toBe(0);
  expect(await phone.rows.payloads.where('id').equals('paper-1').count()).toBe(0);
  expect(await drafts.setHidden('draft-1', null)).toEqual({ kind: 'gone' });
});
