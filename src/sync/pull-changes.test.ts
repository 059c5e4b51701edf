import { expect, it } from 'vitest';
import { createMemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import type { Office, OfficeChange, Outcome } from './ports.ts';
import { pullChanges } from './pull-changes.ts';

const change = (number: number): OfficeChange => ({
  applicationId: `application-${number}`,
  status: 'returned',
  version: 2,
  changedAtMs: number,
});
const unused = (): Promise<Outcome<never>> => Promise.resolve({ kind: 'unreachable', reason: 'network', status: null });

it('words of the office are asked for a few at a time, and kept in the order of its feed', async () => {
  const store = createMemoryOutboxStore();
  store.setAccount('account-a');
  let [onTheirWay, most] = [0, 0];
  const changes = Array.from({ length: 10 }, (_, number) => change(number));
  const office: Office = {
    whoAmI: unused,
    putApplication: unused,
    putChange: unused,
    putDocument: unused,
    readOffset: unused,
    appendPiece: unused,
    readChanges: () => Promise.resolve({ kind: 'ok', value: { changes, nextCursor: 'next', more: false } }),
    async readApplication(applicationId) {
      onTheirWay += 1;
      most = Math.max(most, onTheirWay);
      await Promise.resolve();
      onTheirWay -= 1;
      const found = changes.find((one) => one.applicationId === applicationId);
      if (found === undefined) return await unused();
      return { kind: 'ok', value: { ...found, reason: `because of ${applicationId}` } };
    },
  };
  const kept: (string | null)[] = [];
  const watched: typeof store = {
    ...store,
    commitChanges(accountId, tracked, ...rest) {
      kept.push(...tracked.map(({ reason }) => reason));
      return store.commitChanges(accountId, tracked, ...rest);
    },
  };
  expect(
    await pullChanges(
      { store: watched, office, clock: { nowMs: () => 0, sleep: () => Promise.resolve() } },
      'account-a',
      0,
      new AbortController().signal,
    ),
  ).toBe('up-to-date');
  expect(kept).toEqual(changes.map(({ applicationId }) => `because of ${applicationId}`));
  expect(most).toBe(3);
});
