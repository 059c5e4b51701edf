import type { Corners } from '#domain/document/corners.ts';
import { fromUnitSquare } from './homography.ts';
import type { Pixels } from './pixels.ts';
import { scaleQuad } from '#lib/quad.ts';

/**
 * The part of the picture inside the corners, seen straight from above, at the target's size in pixels.
 * Each target pixel is mixed of its four neighbours in the source; outside of it the border's colour goes on.
 */
export function warp(
  source: Pixels,
  corners: Corners,
  target: { readonly width: number; readonly height: number },
): Pixels {
  const { width, height } = target;
  const from = new Uint32Array(source.data.buffer, source.data.byteOffset, source.width * source.height);
  const data = new Uint8ClampedArray(width * height * 4);
  const into = new Uint32Array(data.buffer);
  const [a, b, c, d, e, f, g, h] = fromUnitSquare(scaleQuad(corners, source.width, source.height));
  for (let row = 0; row < height; row += 1) {
    const v = (row + 0.5) / height;
    for (let column = 0; column < width; column += 1) {
      const u = (column + 0.5) / width;
      const w = g * u + h * v + 1;
      // A pixel's own place is its middle.
      const x = (a * u + b * v + c) / w - 0.5;
      const y = (d * u + e * v + f) / w - 0.5;
      into[row * width + column] = mixed(from, source.width, source.height, x, y);
    }
  }
  return { width, height, data };
}

function mixed(from: Uint32Array, width: number, height: number, x: number, y: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  // In 256ths, so that two channels are mixed in one multiplication.
  const fx = Math.round(Math.min(Math.max(x - left, 0), 1) * 256);
  const fy = Math.round(Math.min(Math.max(y - top, 0), 1) * 256);
  const upper = mixTwo(from[top * width + left] ?? 0, from[top * width + right] ?? 0, fx);
  const lower = mixTwo(from[bottom * width + left] ?? 0, from[bottom * width + right] ?? 0, fx);
  return mixTwo(upper, lower, fy);
}

/** Two RGBA pixels, each one number; `part` of 256 is of the second. */
function mixTwo(one: number, other: number, part: number): number {
  const rest = 256 - part;
  const even = ((one & 0xff00ff) * rest + (other & 0xff00ff) * part + 0x800080) >>> 8;
  const odd = (((one >>> 8) & 0xff00ff) * rest + ((other >>> 8) & 0xff00ff) * part + 0x800080) >>> 8;
  return ((even & 0xff00ff) | ((odd & 0xff00ff) << 8)) >>> 0;
}
