import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft } from '#tests/fixtures/draft.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { countStates, daySummary } from './day-summary.ts';
import { type DayRow, dayStates } from './day-row.ts';
import { dayRows } from './day-rows.ts';
import { filterDay, firstOf, groupDay } from './filter-day.ts';

const morning = Date.parse('2026-11-26T02:00:00Z');
const siti = {
  id: 'siti',
  ownerId: 'petugas',
  name: 'KANARI Sitî Aminah',
  nik: '9999990101900001',
  phone: '+6281234567890',
  area: '',
  note: '',
  addedAtMs: 0,
  changedAtMs: 0,
};
const receipt = aReceipt({ applicationId: 'received', registrationNumber: '3603-2026-000042' });
const rows = dayRows(
  [aDraft({ id: 'draft', residentId: 'siti', updatedAtMs: morning })],
  [
    anEntry({ applicationId: 'waiting', sequence: 1, residentId: 'siti', createdAtMs: morning - 1 }),
    anEntry({
      applicationId: 'received',
      sequence: 2,
      createdAtMs: morning - 2,
      sealed: { maskedName: 'B•••' },
      delivery: { state: 'delivered', receipt, deliveredAtMs: morning },
    }),
    anEntry({
      applicationId: 'attention',
      sequence: 3,
      createdAtMs: morning - 24 * 3_600_000,
      delivery: { state: 'needs-person', problem: { kind: 'content-conflict' }, sinceMs: 0, receipt: null },
    }),
  ],
  [siti],
);
const ids = (found: readonly DayRow[]) => found.map(({ id }) => id);

describe('a day of an officer', () => {
  it('is one list, the newest first, with whom it is for as far as the phone may say', () => {
    expect(rows.map(({ id, state, name, number }) => [id, state, name, number])).toEqual([
      ['draft', 'draft', 'KANARI Sitî Aminah', null],
      ['waiting', 'waiting', 'KANARI Sitî Aminah', null],
      ['received', 'received', 'B•••', '3603-2026-000042'],
      ['attention', 'attention', '', null],
    ]);
  });

  it('puts what the office gave back apart, and counts a repair as no application more', () => {
    const delivery = { state: 'delivered', receipt, deliveredAtMs: morning } as const;
    const about = { kind: 'revision', applicationId: 'received', seenVersion: 2 } as const;
    const entries = [anEntry({ applicationId: 'received', delivery }), anEntry({ applicationId: 'repair', about })];
    const found = dayRows([], entries, [siti], new Set(['received']));
    expect(found.map(({ id, state, number }) => [id, state, number])).toEqual([
      ['received', 'returned', '3603-2026-000042'],
    ]);
    expect(daySummary(found, '1970-01-01')).toMatchObject({ taken: 1, numbers: ['3603-2026-000042'] });
  });

  it('says of one whose resident has taken the yes back that it is stopped, until the office has it', () => {
    const consent = { textVersion: '1', givenAtMs: 1, method: 'spoken', withdrawnAtMs: 2 } as const;
    const delivery = { state: 'delivered', receipt, deliveredAtMs: morning } as const;
    const stopped = dayRows([], [anEntry({ consent })], [siti]);
    expect(stopped.map(({ isStopped }) => isStopped)).toEqual([true]);
    // It waits for the officer, and for no signal.
    expect(countStates(stopped)).toMatchObject({ waiting: 0, attention: 1 });
    expect(dayRows([], [anEntry({ consent, delivery })], [siti])[0]).not.toHaveProperty('isStopped');
  });

  it.each([
    ['siti', ['draft', 'waiting']],
    ['  AMINAH kanari ', ['draft', 'waiting']],
    ['0812-3456', ['draft', 'waiting']],
    ['+62 812 3456 7890', ['draft', 'waiting']],
    ['9999 9901', ['draft', 'waiting']],
    ['3603-2026-000042', ['received']],
    ['nobody', []],
    ['', ['draft', 'waiting', 'received', 'attention']],
  ])('finds %j by name, NIK, phone or number', (typed, found) => {
    expect(ids(filterDay(rows, { typed }))).toEqual(found);
  });

  it('narrows by state, day, service and resident together', () => {
    expect(ids(filterDay(rows, { state: 'received' }))).toEqual(['received']);
    expect(ids(filterDay(rows, { day: '2026-11-25' }))).toEqual(['attention']);
    expect(ids(filterDay(rows, { residentId: 'siti', state: 'waiting', day: '2026-11-26' }))).toEqual(['waiting']);
    expect(ids(filterDay(rows, { serviceId: 'another' }))).toEqual([]);
  });

  it('loses nothing and doubles nothing, however it is grouped', () => {
    const row = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom(...dayStates),
      serviceId: fc.constantFrom('kia', 'sku'),
      serviceName: fc.constant({ id: 'Layanan' }),
      residentId: fc.constantFrom('a', null),
      name: fc.constantFrom('Ani', 'Budi', ''),
      number: fc.constantFrom('1', null),
      atMs: fc.integer({ min: 0, max: 3 * 86_400_000 }),
      haystack: fc.constant(''),
    });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('day', 'resident', 'service'), (some, by) => {
        const grouped = groupDay(some, by);
        expect(ids(grouped.flatMap((group) => group.rows)).toSorted()).toEqual(ids(some).toSorted());
        expect(new Set(grouped.map(({ key }) => key)).size).toBe(grouped.length);
        const page = firstOf(grouped, 3);
        expect(page.flatMap((group) => group.rows)).toEqual(grouped.flatMap((group) => group.rows).slice(0, 3));
        for (const { key, size } of page) expect(grouped.find((group) => group.key === key)?.rows).toHaveLength(size);
        const counts = countStates(some);
        expect(dayStates.reduce((sum, state) => sum + counts[state], 0)).toBe(some.length);
      }),
    );
    expect(groupDay(rows, 'resident').map(({ key }) => key)).toEqual(['B•••', 'KANARI Sitî Aminah', '']);
  });

  it('adds up to figures and registration numbers, and names nobody', () => {
    const summary = daySummary(rows, '2026-11-26');
    expect(summary).toMatchObject({
      taken: 3,
      sent: 2,
      counts: { draft: 1, returned: 0, waiting: 1, attention: 0, received: 1 },
      numbers: ['3603-2026-000042'],
    });
    expect(JSON.stringify(summary)).not.toMatch(/Sit|99999901|812/u);
    expect(daySummary(rows, '2026-11-24')).toMatchObject({ taken: 0, services: [], numbers: [] });
  });
});
