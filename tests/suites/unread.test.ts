import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ToldStatus } from '#domain/application/status.ts';
import { personalKeys } from '#storage/erase-mine.ts';
import { keepTimeline } from '#storage/keep-timeline.ts';
import { lockKey } from '#storage/lock/lock-key.ts';
import { outboxRow } from '#storage/rows.ts';
import { markSeen, readUnread, unreadKey } from '#storage/unread.ts';
import { countForIcon } from '#storage/unsent-count.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await phone.rows.meta.put({ key: 'account', value: { accountId: 'siti', name: 'KANARI' } });
  await putDelivered('a', 1);
  await putDelivered('b', 2);
});
afterEach(() => {
  phone.end();
});

async function putDelivered(applicationId: string, sequence: number): Promise<void> {
  const delivery = { state: 'delivered', receipt: aReceipt({ applicationId }), deliveredAtMs: 5 } as const;
  await phone.rows.outbox.put(outboxRow({ ...anEntry({ applicationId, sequence, ownerId: 'siti' }), delivery }));
}

const told = (applicationId: string, status: ToldStatus, version: number) => ({
  applicationId,
  status,
  version,
  changedAtMs: version,
  reason: null,
});
const tell = (...all: readonly ReturnType<typeof told>[]) =>
  phone.vault.outboxStore.commitChanges('siti', all, 'c', 1, 'newer');
const unread = () => phone.vault.inside.connection.read(readUnread);

it('marks what the office has done, once, until somebody looks; and marks it again with the next step', async () => {
  await tell(told('a', 'submitted', 1), told('b', 'under_review', 2));
  expect(await unread()).toEqual(['b']);
  await tell(told('a', 'returned', 3));
  expect(await unread()).toEqual(['b', 'a']);
  expect(await phone.vault.inside.connection.read(countForIcon)).toBe(2);
  await markSeen(phone.vault.inside.connection, 'b');
  // Told once more from the beginning, it is no news.
  await tell(told('b', 'under_review', 2));
  expect(await unread()).toEqual(['a']);
  await tell(told('b', 'in_process', 4));
  expect(await unread()).toEqual(['a', 'b']);
});

it("never marks what the person did, what is not on this phone, or another account's", async () => {
  await tell(told('a', 'submitted', 2), told('b', 'withdrawn', 3), told('elsewhere', 'done', 9));
  expect(await unread()).toEqual([]);
  await tell(told('a', 'done', 5));
  await phone.rows.meta.put({ key: 'account', value: { accountId: 'budi', name: 'BUDI' } });
  expect(await unread()).toEqual([]);
  expect(personalKeys('siti')).toContain(unreadKey('siti'));
});

it('keeps how it got there when the feed tells more, and never an older telling over a newer one', async () => {
  const timeline = { steps: [], due: null, office: null, heardAtMs: 7 };
  const keep = (version: number, heardAtMs: number) =>
    keepTimeline(phone.vault.inside, {
      ...told('a', 'under_review', version),
      timeline: { ...timeline, heardAtMs },
    });
  await keep(2, 7);
  await tell(told('a', 'in_process', 3));
  expect(await phone.rows.tracked.get('a')).toEqual({ ...told('a', 'in_process', 3), timeline });
  await keep(2, 99);
  expect((await phone.rows.tracked.get('a'))?.timeline?.heardAtMs).toBe(7);
  await keepTimeline(phone.vault.inside, told('elsewhere', 'done', 1));
  expect(await phone.rows.tracked.get('elsewhere')).toBeUndefined();
});

it('keeps what was marked for repair with its answers, for a way without signal, and under a lock without them', async () => {
  const marks = { fields: ['/nama'], papers: [] };
  const repair = { ...marks, answers: { nama: 'KANARI' } };
  const { inside } = phone.vault;
  const timeline = { steps: [], due: null, office: null, heardAtMs: 7 };
  const view = { ...told('a', 'returned', 3), repair, timeline };
  await keepTimeline(inside, view);
  expect(await phone.rows.tracked.get('a')).toEqual(view);
  await phone.rows.meta.put({ key: lockKey('siti'), value: {} });
  await keepTimeline(inside, view);
  expect(await phone.rows.tracked.get('a')).toEqual({ ...view, repair: marks });
});
