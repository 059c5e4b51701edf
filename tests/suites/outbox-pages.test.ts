import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import { outboxRow } from '#storage/rows.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';

const deliveries = {
  0: { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 5 },
  1: { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: null },
  2: { state: 'needs-person', problem: { kind: 'app-too-old' }, sinceMs: 0, receipt: null },
} as const;

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  for (let sequence = 1; sequence <= 9; sequence += 1) await put(sequence, { ownerId: sequence < 5 ? null : 'mine' });
  await put(10, { ownerId: 'somebody else' });
  await phone.vault.account.signIn({ accountId: 'mine', name: 'KANARI' });
});
afterEach(() => {
  phone.end();
});

/** By turns delivered, waiting and in need of a person. */
async function put(sequence: number, change: Partial<OutboxEntry>): Promise<void> {
  const delivery = deliveries[(sequence % 3) as keyof typeof deliveries];
  await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: `a-${sequence}`, sequence, delivery, ...change })));
}

/** The first answer. */
function answerOf<T>(query: LiveQuery<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = query.subscribe(() => {
      const now = query.getSnapshot();
      if (now.state === 'loading') return;
      queueMicrotask(stop);
      if (now.state === 'ready') resolve(now.value);
      else reject(new Error(now.reason));
    });
  });
}

const sequencesOf = (items: readonly { readonly entry: OutboxEntry }[]): readonly number[] =>
  items.map(({ entry }) => entry.sequence);

describe('F23: the outbox as screens ask for it', () => {
  it('is listed newest first, as many as are asked for, whoever made them on this phone before signing in', async () => {
    expect(sequencesOf(await answerOf(phone.vault.shelf.liveEntries(4, 'all')))).toEqual([9, 8, 7, 6]);
    expect(sequencesOf(await answerOf(phone.vault.shelf.liveEntries(20, 'all')))).toHaveLength(9);
  });

  it('is listed without what the office has', async () => {
    expect(sequencesOf(await answerOf(phone.vault.shelf.liveEntries(4, 'unsent')))).toEqual([8, 7, 5, 4]);
  });

  it('is counted whole, without those of somebody else', async () => {
    expect(await answerOf(phone.vault.shelf.liveCounts())).toEqual({ waiting: 3, needsPerson: 3, delivered: 3 });
    expect(await answerOf(phone.vault.shelf.liveForIcon())).toBe(6);
  });

  it('gives the first that wait, oldest first, to be added up', async () => {
    expect(sequencesOf(await answerOf(phone.vault.shelf.liveWaiting(2)))).toEqual([1, 4]);
  });
});
