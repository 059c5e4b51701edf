import { expect, test } from 'vitest';
import { ageInDays, dueDay } from './due-day.ts';

test('a promised day is late from the day after it, and not before', () => {
  expect(dueDay('2026-11-27', '2026-11-27')).toEqual({ kind: 'today' });
  expect(dueDay('2026-11-26', '2026-11-27')).toEqual({ kind: 'late', days: 1 });
  expect(dueDay('2026-11-28', '2026-11-27')).toEqual({ kind: 'tomorrow' });
  expect(dueDay('2027-01-02', '2026-12-30')).toEqual({ kind: 'in', days: 3 });
  expect(dueDay('soon', '2026-12-30')).toBeNull();
});

test('a clock that goes wrong makes no negative age', () => {
  expect(ageInDays(5_000, 0)).toBe(0);
  expect(ageInDays(0, 3 * 86_400_000 + 1)).toBe(3);
});
