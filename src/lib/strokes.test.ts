import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSignature, type Stroke } from './strokes.ts';

const line = (x: number, y: number, toX: number, toY: number): Stroke => [
  { x, y },
  { x: (x + toX) / 2, y: (y + toY) / 2 },
  { x: toX, y: toY },
];

describe('what is drawn on the pad', () => {
  test('is a signature when somebody wrote: a name, initials, a cross', () => {
    expect(isSignature([line(0.3, 0.5, 1.5, 0.4)])).toBe(true);
    expect(isSignature([line(0.8, 0.3, 1.1, 0.7), line(1.1, 0.3, 0.8, 0.7)])).toBe(true);
  });

  test('is none when the pad was only touched', () => {
    expect(isSignature([])).toBe(false);
    expect(isSignature([[]])).toBe(false);
    expect(isSignature([[{ x: 1, y: 0.5 }]])).toBe(false);
    expect(isSignature([line(1, 0.5, 1.1, 0.5)])).toBe(false);
    expect(isSignature([[{ x: 0, y: 0 }], [{ x: 2, y: 1 }]])).toBe(false);
  });

  test('is none however often one place is touched', () => {
    const dot = fc.record({
      x: fc.double({ min: 1, max: 1.1, noNaN: true }),
      y: fc.double({ min: 0.5, max: 0.6, noNaN: true }),
    });
    fc.assert(fc.property(fc.array(fc.array(dot, { maxLength: 40 }), { maxLength: 20 }), (dots) => !isSignature(dots)));
  });
});
