import type { Pixels } from './pixels.ts';

/** One number a pixel, 0 to 255. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Red, green and blue, each pixel the mean of a block of the picture's, so that the long side is at most `longSide`. */
export function colourPlanes(pixels: Pixels, longSide: number): readonly Plane[] {
  const block = Math.max(1, Math.ceil(Math.max(pixels.width, pixels.height) / longSide));
  const width = Math.floor(pixels.width / block);
  const height = Math.floor(pixels.height / block);
  return [0, 1, 2].map((channel) => {
    const values = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1)
        values[y * width + x] = blockMean(pixels, x * block, y * block, block, channel);
    }
    return { width, height, values };
  });
}

function blockMean({ width, data }: Pixels, left: number, top: number, block: number, channel: number): number {
  let sum = 0;
  for (let y = top; y < top + block; y += 1) {
    let at = (y * width + left) * 4 + channel;
    for (let x = 0; x < block; x += 1, at += 4) sum += data[at] ?? 0;
  }
  return sum / (block * block);
}

/**
 * Letters, lines and pens darker than what is around them are filled with it, up to six pixels across: what is printed
 * on a sheet goes and its border stays where it is (grey-scale closing with a square of seven).
 */
export function withoutPrint(plane: Plane): Plane {
  return inverted(brightened(inverted(brightened(plane))));
}

function inverted({ values, ...size }: Plane): Plane {
  return { ...size, values: values.map((value) => 255 - value) };
}

/** Each pixel as bright as the brightest of the seven by seven around it. */
function brightened({ width, height, values }: Plane): Plane {
  const across = brightestOfSeven(values, { lines: height, lineStep: width, length: width, step: 1 });
  return {
    width,
    height,
    values: brightestOfSeven(across, { lines: width, lineStep: 1, length: height, step: width }),
  };
}

interface Walk {
  readonly lines: number;
  readonly lineStep: number;
  readonly length: number;
  readonly step: number;
}

/** Of two, then of four, then of seven: three comparisons a pixel. */
function brightestOfSeven(values: Uint8Array, { lines, lineStep, length, step }: Walk): Uint8Array {
  const out = new Uint8Array(values.length);
  const line = new Uint8Array(length + 6);
  for (let number = 0; number < lines; number += 1) {
    const start = number * lineStep;
    line.fill(0);
    for (let at = 0; at < length; at += 1) line[at + 3] = values[start + at * step] ?? 0;
    for (let at = 0; at < length + 5; at += 1) line[at] = brighter(line[at], line[at + 1]);
    for (let at = 0; at < length + 3; at += 1) line[at] = brighter(line[at], line[at + 2]);
    for (let at = 0; at < length; at += 1) out[start + at * step] = brighter(line[at], line[at + 3]);
  }
  return out;
}

function brighter(one = 0, other = 0): number {
  return one > other ? one : other;
}

/** Each pixel mixed with its neighbours, 1 4 6 4 1 both ways: what is finer than that is no edge of a sheet. */
export function blurred({ width, height, values }: Plane): Plane {
  const across = new Uint16Array(values.length);
  const out = new Uint8Array(values.length);
  const mix = (from: Uint8Array | Uint16Array, at: number, near: number, far: number, back: number, backFar: number) =>
    6 * (from[at] ?? 0) +
    4 * ((from[at + near] ?? 0) + (from[at - back] ?? 0)) +
    (from[at + far] ?? 0) +
    (from[at - backFar] ?? 0);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const toEnd = width - 1 - x;
      across[y * width + x] = mix(
        values,
        y * width + x,
        Math.min(1, toEnd),
        Math.min(2, toEnd),
        Math.min(1, x),
        Math.min(2, x),
      );
    }
  }
  for (let y = 0; y < height; y += 1) {
    const toEnd = height - 1 - y;
    const [near, far] = [Math.min(1, toEnd) * width, Math.min(2, toEnd) * width];
    const [back, backFar] = [Math.min(1, y) * width, Math.min(2, y) * width];
    for (let x = 0; x < width; x += 1) {
      out[y * width + x] = mix(across, y * width + x, near, far, back, backFar) >> 8;
    }
  }
  return { width, height, values: out };
}
