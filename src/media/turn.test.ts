import { describe, expect, it } from 'vitest';
import { turnOf } from './turn.ts';

const width = 30;
const height = 20;
/** Where the sensor's first pixel, and the end of its first line, are looked at: Exif 2.32, 4.6.4. */
const seen: readonly (readonly [orientation: number, first: string, endOfFirstLine: string])[] = [
  [1, 'top left', 'top right'],
  [2, 'top right', 'top left'],
  [3, 'bottom right', 'bottom left'],
  [4, 'bottom left', 'bottom right'],
  [5, 'top left', 'bottom left'],
  [6, 'top right', 'bottom right'],
  [7, 'bottom right', 'top right'],
  [8, 'bottom left', 'top left'],
];

describe('turning a photo the right way up', () => {
  it.each(seen)('orientation %i: the first pixel is at the %s, its line ends at the %s', (orientation, first, end) => {
    const [a, b, c, d, e, f] = turnOf(orientation, width, height);
    const lineLength = orientation >= 5 ? height : width;
    const corner = (x: number, y: number): string => {
      const [right, down] = [a * x + c * y + e, b * x + d * y + f];
      return `${down === 0 ? 'top' : down === height ? 'bottom' : down} ${right === 0 ? 'left' : right === width ? 'right' : right}`;
    };
    expect(corner(0, 0)).toBe(first);
    expect(corner(lineLength, 0)).toBe(end);
  });
});
