import { histogramOf, type Luminance, percentile } from './luminance.ts';

/** Every so many lines and columns: a paper has far more edges than are needed. */
const lineStep = 3;
/** Smaller turns are noise. */
const leastTurn = 8;
const leastEdges = 150;
/** Wider than this is a shadow or a wood grain, and no letter. */
const widest = 40;
/** The sharpest of the strong edges speak: a face or a fold is soft also in a sharp photo. */
const sharpestShare = 0.25;

/**
 * Over how many pixels a dark-light step is spread: its height through its steepest part. That needs no text of known
 * size or contrast; a printed letter in focus has about 2, a Gaussian blur of s makes 2.5 s of it.
 * @returns null when there are too few strong edges to say: a blank page
 */
export function edgeWidth(photo: Luminance): number | null {
  const histogram = histogramOf(photo);
  const range = percentile(histogram, 0.99) - percentile(histogram, 0.01);
  const widths = new Uint32Array(widest * 10);
  const strong = Math.max(3 * leastTurn, range * 0.35);
  const { width, height } = photo;
  for (let y = 1; y < height - 1; y += lineStep) countEdges(photo, y * width, 1, width, width, strong, widths);
  for (let x = 1; x < width - 1; x += lineStep) countEdges(photo, x, width, height, 1, strong, widths);
  const edges = widths.reduce((sum, count) => sum + count, 0);
  return edges < leastEdges ? null : percentile(widths, sharpestShare) / 10;
}

/** Goes along one line, from turn to turn of the brightness, and counts how wide each strong rise or fall is. */
function countEdges(
  { values }: Luminance,
  from: number,
  step: number,
  length: number,
  across: number,
  strong: number,
  widths: Uint32Array,
): void {
  // Three lines together: noise is less, an edge across them is not.
  const at = (index: number): number => {
    const place = from + index * step;
    return ((values[place - across] ?? 0) + 2 * (values[place] ?? 0) + (values[place + across] ?? 0)) / 4;
  };
  let before = at(0);
  let start = before;
  let extreme = before;
  let steepest = 0;
  let direction = 0;
  for (let index = 1; index < length; index += 1) {
    const value = at(index);
    const change = value - before;
    if ((value - extreme) * direction >= 0) {
      if (direction === 0) direction = Math.sign(change);
      extreme = value;
      steepest = Math.max(steepest, change * direction);
    } else if (Math.abs(value - extreme) >= leastTurn) {
      count(Math.abs(extreme - start), steepest, strong, widths);
      start = extreme;
      extreme = value;
      direction = -direction;
      steepest = Math.max(0, change * direction);
    }
    before = value;
  }
  count(Math.abs(extreme - start), steepest, strong, widths);
}

function count(height: number, steepest: number, strong: number, widths: Uint32Array): void {
  if (height < strong || steepest <= 0) return;
  const place = Math.min(widths.length - 1, Math.round((height / steepest) * 10));
  widths[place] = (widths[place] ?? 0) + 1;
}
