import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promisedNow } from './timeline.ts';

const by = (dueOn: string | null, pausedSinceMs: number | null = null) => ({ dueOn, pausedSinceMs });
const day = fc
  .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-31') })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

describe('what is said of a promised day', () => {
  it('is late from the day after it, and on the day itself it is not', () => {
    fc.assert(
      fc.property(day, day, (dueOn, today) => {
        const said = promisedNow(by(dueOn), 'in_process', today);
        expect(said).toEqual({ kind: Date.parse(today) > Date.parse(dueOn) ? 'late' : 'by', day: dueOn });
      }),
    );
  });

  it('stands still while it is the applicant’s turn', () => {
    expect(promisedNow(by(null, 5), 'returned', '2026-11-27')).toEqual({ kind: 'paused', sinceMs: 5 });
  });

  it.each(['ready', 'done', 'rejected', 'withdrawn'] as const)(
    'is nothing once it is %s, even long after',
    (status) => {
      expect(promisedNow(by('2026-01-02'), status, '2026-11-27')).toEqual({ kind: 'none' });
    },
  );

  it('is nothing where nothing was promised, or what was can’t be read', () => {
    expect(promisedNow(null, 'submitted', '2026-11-27')).toEqual({ kind: 'none' });
    expect(promisedNow(by(null), 'submitted', '2026-11-27')).toEqual({ kind: 'none' });
    expect(promisedNow(by('soon'), 'submitted', '2026-11-27')).toEqual({ kind: 'none' });
  });
});
