import { expect, it } from 'vitest';
import { aReceipt, anEntry } from '#tests/fixtures/outbox-entry.ts';
import { changesOnTheWay } from './changes-on-the-way.ts';

it('has a repair until the office has told of it: nobody is asked to repair once more', () => {
  const receipt = aReceipt({ version: 4 });
  const waiting = anEntry({ applicationId: 'waiting' });
  const taken = {
    ...anEntry({ applicationId: 'taken' }),
    delivery: { state: 'delivered', receipt, deliveredAtMs: 1 },
  } as const;
  expect(changesOnTheWay([waiting, taken], 3, 2)).toEqual([waiting, taken]);
  expect(changesOnTheWay([waiting, taken], 4, 2)).toEqual([waiting]);
  expect(changesOnTheWay([waiting, taken], 3, 90_000_000)).toEqual([waiting]);
});
