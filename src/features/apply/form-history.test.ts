import { describe, expect, it } from 'vitest';
import { noteArrival, stepsToStart, type Starts } from './form-history.ts';

const walk = (...arrivals: readonly (readonly [number, Parameters<typeof noteArrival>[2]])[]): Starts =>
  arrivals.reduce<Starts>((starts, [index, arrival]) => noteArrival(starts, index, arrival), []);

describe('the way back out of a form', () => {
  it('leads from any of its screens to the first one', () => {
    const starts = walk([1, 'entered'], [2, 'went-on'], [3, 'went-on']);
    expect(stepsToStart(starts, 3)).toBe(2);
    expect(stepsToStart(starts, 1)).toBe(0);
  });

  it('is known again after the page was loaded again in the middle of it', () => {
    const starts = walk([1, 'entered'], [2, 'went-on'], [2, 'returned'], [3, 'went-on']);
    expect(stepsToStart(starts, 3)).toBe(2);
  });

  it('begins where the page was opened when nothing is known', () => {
    expect(stepsToStart(walk([0, 'returned'], [1, 'went-on']), 1)).toBe(1);
  });

  it('never passes a screen outside of the form: a form opened again from home begins there', () => {
    const starts = walk([1, 'entered'], [2, 'went-on'], [4, 'entered'], [5, 'went-on']);
    expect(stepsToStart(starts, 5)).toBe(1);
    expect(stepsToStart(starts, 2)).toBe(1);
  });

  it('forgets beginnings that the browser has dropped', () => {
    const starts = walk(
      [1, 'entered'],
      [2, 'went-on'],
      [4, 'entered'],
      [2, 'returned'],
      [3, 'went-on'],
      [4, 'went-on'],
    );
    expect(stepsToStart(starts, 4)).toBe(3);
  });
});
