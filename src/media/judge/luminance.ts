/** Brightness only, 0 to 255, line by line. */
export interface Luminance {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** @param pixels red, green, blue, alpha: what a canvas gives; put into `values` from the place `at` */
export function addLuminance(pixels: Uint8ClampedArray, values: Uint8Array, at: number): void {
  for (let from = 0, to = at; from < pixels.length; from += 4, to += 1) {
    // Rec. 601, in 256ths.
    values[to] = (77 * (pixels[from] ?? 0) + 150 * (pixels[from + 1] ?? 0) + 29 * (pixels[from + 2] ?? 0)) >> 8;
  }
}

/** Every square of pixels becomes one, so that the longer side is at most `longSide`; what is left over at the edges goes. */
export function shrinkLuminance(photo: Luminance, longSide: number): Luminance {
  const step = Math.max(1, Math.ceil(Math.max(photo.width, photo.height) / longSide));
  const width = Math.max(1, Math.floor(photo.width / step));
  const height = Math.max(1, Math.floor(photo.height / step));
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) values[y * width + x] = meanOfSquare(photo, x * step, y * step, step);
  }
  return { width, height, values };
}

function meanOfSquare({ values, width, height }: Luminance, left: number, top: number, side: number): number {
  const [right, bottom] = [Math.min(left + side, width), Math.min(top + side, height)];
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) sum += values[y * width + x] ?? 0;
  }
  return Math.round(sum / ((right - left) * (bottom - top)));
}

/** How many pixels have each brightness. */
export function histogramOf({ values }: Luminance): Uint32Array {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The brightness that `share` of the pixels do not pass. */
export function percentile(histogram: Uint32Array, share: number): number {
  const wanted = share * histogram.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let value = 0; value < histogram.length; value += 1) {
    seen += histogram[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return histogram.length - 1;
}
