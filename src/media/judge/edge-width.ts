import { histogramOf, type Luminance, percentile } from './luminance.ts';

/** Every so many lines and columns: a paper has far more edges than are needed. */
const lineStep = 4;
/** Smaller turns are noise. */
const leastTurn = 8;
const leastEdges = 150;
/** Wider than this is a shadow or a wood grain, and no letter. */
const widest = 40;
/** The sharpest of the strong edges speak: a face or a fold is soft also in a sharp photo. */
const sharpestShare = 0.25;

/** The long side of the photo that widths are told for: the same blur of the same page is as wide in a smaller photo. */
const longSide = 2048;
/** In a very small photo the pixels themselves are wide, and that is no blur. */
const mostScale = 2;

/**
 * Over how many pixels of a photo of 2,048 a dark-light step is spread: its height through its steepest part. That needs
 * no text of known size or contrast; a letter in focus has about 2, one that can hardly be read has 6 and more.
 * @returns null when there are too few strong edges to say: a blank page
 */
export function edgeWidth(photo: Luminance): number | null {
  const histogram = histogramOf(photo);
  const range = percentile(histogram, 0.99) - percentile(histogram, 0.01);
  const widths = new Uint32Array(widest * 10);
  const strong = Math.max(3 * leastTurn, range * 0.35);
  const { width, height } = photo;
  const row = new Float32Array(width);
  for (let y = 1; y < height - 1; y += lineStep) {
    readLine(photo, y * width, 1, width, row);
    countEdges(row, strong, widths);
  }
  const column = new Float32Array(height);
  for (let x = 1; x < width - 1; x += lineStep) {
    readLine(photo, x, width, 1, column);
    countEdges(column, strong, widths);
  }
  const edges = widths.reduce((sum, count) => sum + count, 0);
  if (edges < leastEdges) return null;
  return (percentile(widths, sharpestShare) / 10) * Math.min(mostScale, longSide / Math.max(width, height));
}

/** Three lines beside each other together: noise gets less, an edge across them does not. */
function readLine({ values }: Luminance, from: number, step: number, across: number, line: Float32Array): void {
  for (let index = 0, place = from; index < line.length; index += 1, place += step) {
    line[index] = ((values[place - across] ?? 0) + (values[place] ?? 0) + (values[place + across] ?? 0)) / 3;
  }
}

/** Goes from turn to turn of the brightness, and counts how wide each strong rise or fall is. */
function countEdges(line: Float32Array, strong: number, widths: Uint32Array): void {
  let start = line[0] ?? 0;
  let extreme = start;
  let steepest = 0;
  let direction = 1;
  for (let index = 1; index < line.length - 1; index += 1) {
    const value = line[index] ?? 0;
    const beyond = (value - extreme) * direction;
    if (beyond < -leastTurn) {
      count(Math.abs(extreme - start), steepest, strong, widths);
      start = extreme;
      extreme = value;
      direction = -direction;
      steepest = 0;
    } else if (beyond > 0) extreme = value;
    // Over two pixels, so that the grain of one does not make an edge steep.
    steepest = Math.max(steepest, (((line[index + 1] ?? 0) - (line[index - 1] ?? 0)) / 2) * direction);
  }
  count(Math.abs(extreme - start), steepest, strong, widths);
}

function count(height: number, steepest: number, strong: number, widths: Uint32Array): void {
  if (height < strong || steepest <= 0) return;
  const place = Math.min(widths.length - 1, Math.round((height / steepest) * 10));
  widths[place] = (widths[place] ?? 0) + 1;
}
