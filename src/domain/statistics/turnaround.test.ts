import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, turnaroundOf } from './turnaround.ts';

const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
const none = new Set<string>();

describe('a turnaround', () => {
  it('counts working days, and none while the applicant repairs', () => {
    // Monday to Wednesday, then a week with the applicant, then Thursday and Friday.
    const history = [
      { atMs: at('2026-11-02'), status: 'submitted' },
      { atMs: at('2026-11-04'), status: 'returned' },
      { atMs: at('2026-11-11'), status: 'submitted' },
      { atMs: at('2026-11-13'), status: 'done' },
    ] as const;
    expect(turnaroundOf(history, 4, none)).toEqual({ endedOn: '2026-11-13', workingDays: 4, inTime: true });
    expect(turnaroundOf(history, 3, none)).toMatchObject({ inTime: false });
    expect(turnaroundOf(history, null, none)).toMatchObject({ workingDays: 4, inTime: null });
  });

  it('stays late when the applicant repairs afterwards, also where the end comes at once', () => {
    // Promised for Wednesday, given back on Friday, and done on the day of the repair.
    const history = [
      { atMs: at('2026-11-02'), status: 'submitted' },
      { atMs: at('2026-11-06'), status: 'returned' },
      { atMs: at('2026-11-10'), status: 'submitted' },
      { atMs: at('2026-11-10'), status: 'done' },
    ] as const;
    expect(turnaroundOf(history, 2, none)).toEqual({ endedOn: '2026-11-10', workingDays: 4, inTime: false });
    expect(turnaroundOf(history, 4, none)).toMatchObject({ inTime: true });
  });

  it('leaves out weekends and holidays', () => {
    const history = [
      { atMs: at('2026-11-06'), status: 'submitted' },
      { atMs: at('2026-11-10'), status: 'rejected' },
    ] as const;
    expect(turnaroundOf(history, 1, new Set(['2026-11-09']))).toEqual({
      endedOn: '2026-11-10',
      workingDays: 1,
      inTime: true,
    });
  });

  it('is none before the end', () => {
    expect(turnaroundOf([{ atMs: at('2026-11-06'), status: 'submitted' }], 1, none)).toBeUndefined();
  });
});

describe('a quantile', () => {
  it('is a value that so many do not exceed, and fewer do not exceed a smaller one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = quantile(values, percent / 100) ?? Number.NaN;
        expect(values).toContain(found);
        const upTo = values.filter((value) => value <= found).length;
        const below = values.filter((value) => value < found).length;
        expect(upTo * 100).toBeGreaterThanOrEqual(Math.round(percent * values.length) - 1);
        expect(below * 100).toBeLessThan(percent * values.length + 1);
      }),
    );
  });

  it('is none of nothing', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
  });
});
