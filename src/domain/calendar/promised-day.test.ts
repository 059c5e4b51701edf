import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeStatus } from '#domain/application/status.ts';
import { promisedDay } from './promised-day.ts';
import { isWorkingDay, nextDay, workingDaysAfter, workingDaysBetween } from './working-days.ts';

/** Of the year in which Nyepi and Idul Fitri fell into one week. */
const lebaran = new Set(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24']);
const none = new Set<string>();
const wib = (text: string) => Date.parse(`${text}+07:00`);
const steps = (...all: readonly (readonly [string, OfficeStatus])[]) =>
  all.map(([at, status]) => ({ atMs: wib(at), status }));

const day = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2032-12-31') })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const holidays = fc.array(day, { maxLength: 60 }).map((days) => new Set(days));

describe('working days', () => {
  it('after a day end on a working day, as many days later as there are between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), holidays, (from, count, closed) => {
        const last = workingDaysAfter(from, count, closed);
        expect(isWorkingDay(last, closed)).toBe(true);
        expect(workingDaysBetween(from, last, closed)).toBe(count);
        expect(workingDaysBetween(last, from, closed)).toBe(0);
      }),
    );
  });

  it.each([
    ['a weekend', '2026-11-27', 1, none, '2026-11-30'],
    ['a run of holidays', '2026-03-17', 1, lebaran, '2026-03-25'],
    ['the end of a year', '2026-12-31', 2, new Set(['2027-01-01']), '2027-01-05'],
    ['29 February', '2028-02-28', 1, none, '2028-02-29'],
    ['no days at all', '2026-11-28', 0, none, '2026-11-28'],
  ])('pass over %s', (_what, from, count, closed, last) => {
    expect(workingDaysAfter(from, count, closed)).toBe(last);
  });

  it('a day after a day is the next one, also at the end of a month', () => {
    expect(['2026-11-30', '2027-02-28', '2028-02-28'].map(nextDay)).toEqual(['2026-12-01', '2027-03-01', '2028-02-29']);
  });
});

describe('the promised day', () => {
  it('counts from the day in WIB on which the file is complete, however late in it', () => {
    for (const [at, dueOn] of [
      ['2026-11-26T23:59:59', '2026-11-30'],
      ['2026-11-27T00:00:00', '2026-12-01'],
    ] as const)
      expect(promisedDay(steps([at, 'submitted']), 2, none).dueOn).toBe(dueOn);
  });

  it('is none before the file is complete, and where the service promises none', () => {
    expect(promisedDay([], 3, none)).toEqual({ dueOn: null, pausedSinceMs: null, endedAtMs: null });
    expect(promisedDay(steps(['2026-11-26T10:00:00', 'submitted']), null, none).dueOn).toBeNull();
  });

  it('stands still while the applicant repairs, and goes on with the days that are left', () => {
    const returned = steps(['2026-11-23T09:00:00', 'submitted'], ['2026-11-25T15:00:00', 'returned']);
    expect(promisedDay(returned, 5, none)).toEqual({
      dueOn: null,
      pausedSinceMs: wib('2026-11-25T15:00:00'),
      endedAtMs: null,
    });
    const repaired = [...returned, ...steps(['2026-12-07T08:00:00', 'submitted'])];
    expect(promisedDay(repaired, 5, none).dueOn).toBe('2026-12-10');
    const again = [...repaired, ...steps(['2026-12-08T08:00:00', 'returned'], ['2026-12-14T08:00:00', 'submitted'])];
    expect(promisedDay(again, 5, none).dueOn).toBe('2026-12-16');
  });

  it('that had passed before the repair is not given anew', () => {
    const late = steps(
      ['2026-11-02T09:00:00', 'submitted'],
      ['2026-11-20T09:00:00', 'returned'],
      ['2026-11-24T09:00:00', 'submitted'],
    );
    expect(promisedDay(late, 3, none).dueOn).toBe('2026-11-24');
  });

  it('stays with what has ended, so that it can be held against the end', () => {
    const ready = steps(
      ['2026-11-23T09:00:00', 'submitted'],
      ['2026-11-24T09:00:00', 'in_process'],
      ['2026-11-25T09:00:00', 'ready'],
    );
    expect(promisedDay(ready, 3, none)).toEqual({
      dueOn: '2026-11-26',
      pausedSinceMs: null,
      endedAtMs: wib('2026-11-25T09:00:00'),
    });
    expect(promisedDay([...ready, ...steps(['2026-11-30T09:00:00', 'done'])], 3, none).endedAtMs).toBe(
      wib('2026-11-25T09:00:00'),
    );
  });

  it('is never before a promise of fewer days', () => {
    const status = fc.constantFrom<OfficeStatus>('submitted', 'under_review', 'returned', 'in_process');
    const history = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 10 * 24 * 60 }), status), { maxLength: 12 })
      .map((all) => {
        let atMs = wib('2026-11-02T00:00:00');
        return all.map(([minutes, at]) => ({ atMs: (atMs += minutes * 60_000), status: at }));
      });
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 20 }), holidays, (taken, days, closed) => {
        const [fewer, more] = [days, days + 1].map((count) => promisedDay(taken, count, closed).dueOn);
        if (fewer === null || more === null) expect([fewer, more]).toEqual([null, null]);
        else expect((more ?? '') >= (fewer ?? '')).toBe(true);
      }),
    );
  });
});
