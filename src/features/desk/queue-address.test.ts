import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officeStatuses } from '#domain/application/status.ts';
import { isNarrowed, queueSearch, readQueueAddress } from './queue-address.ts';

test('what an official has chosen is the same after a reload and after going back', () => {
  const filter = fc.record(
    {
      statuses: fc.uniqueArray(fc.constantFrom(...officeStatuses), { minLength: 1 }),
      serviceId: fc.stringMatching(/^[a-z][a-z-]{0,30}$/),
      area: fc.constantFrom('36.03', '36.03.01', '36.03.01.2003'),
      assignee: fc.constantFrom('me' as const, 'none' as const),
      due: fc.constantFrom('late' as const, 'today' as const, 'week' as const),
      sort: fc.constant('due' as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filter, (asked) => {
      expect(readQueueAddress(queueSearch(asked))).toEqual(asked);
    }),
  );
});

test('an address that nobody here has written asks for nothing that the office would refuse', () => {
  const read = readQueueAddress('?status=submitted,nonsense,submitted&wilayah=../..&petugas=boss&janji=&urut=size');
  expect(read).toEqual({ statuses: ['submitted'] });
});

test('a name that is looked for stands in no address', () => {
  expect(queueSearch({ search: '3603012345678901', due: 'late' })).toBe('?janji=late');
});

test('the whole queue has a plain address, and a tab is no filter', () => {
  expect(queueSearch(readQueueAddress(''))).toBe('');
  expect(isNarrowed(readQueueAddress('?status=submitted&urut=due'))).toBe(false);
  expect(isNarrowed({ search: 'budi' })).toBe(true);
});
