import { expect, it } from 'vitest';
import { aReceipt, anEntry } from '#tests/fixtures/outbox-entry.ts';
import { isOnTheWay } from './is-on-the-way.ts';

it('has a repair until the office has told of it: nobody is asked to repair once more', () => {
  const receipt = aReceipt({ version: 4 });
  const waiting = anEntry({ applicationId: 'waiting' });
  const taken = {
    ...anEntry({ applicationId: 'taken' }),
    delivery: { state: 'delivered', receipt, deliveredAtMs: 1 },
  } as const;
  const known = (toldVersion: number, nowMs: number) =>
    [waiting, taken].filter((one) => isOnTheWay(one, toldVersion, nowMs));
  expect(known(3, 2)).toEqual([waiting, taken]);
  expect(known(4, 2)).toEqual([waiting]);
  expect(known(3, 90_000_000)).toEqual([waiting]);
});
