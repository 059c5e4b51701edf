import type { Corners } from '#domain/document/corners.ts';
import { fromUnitSquare } from './homography.ts';
import { distance, movedQuad, type Quad, scaleQuad } from '#lib/quad.ts';

/** Long side by short side of what people photograph: A4 and F4 sheets, and cards of the size of a KTP. */
const knownProportions = [297 / 210, 330 / 215, 85.6 / 53.98];
/** From the lens to the picture, in diagonals of the picture: what phones' main lenses have. */
const focalDiagonals = 0.65;
/** F4 and a card lie 3 % apart, and a finger on a corner is worse than that. */
const snapWithin = 0.04;

/** The size in pixels that shows what is inside the corners without stretching it and without losing detail. */
export function paperSize(
  corners: Corners,
  picture: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const quad = scaleQuad(corners, picture.width, picture.height);
  const [a, b, c, d] = quad;
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(a, d), distance(b, c));
  const seen = trueProportion(quad, picture);
  const proportion = isWhole(corners) ? seen : snapped(seen);
  // The side that shows more of its detail keeps it.
  const width = Math.max(across, down * proportion);
  // A sheet seen from far aside has no more pixels than the photo of it.
  const shrink = Math.min(1, Math.sqrt((picture.width * picture.height * proportion) / (width * width)));
  return {
    width: Math.max(1, Math.round(width * shrink)),
    height: Math.max(1, Math.round((width / proportion) * shrink)),
  };
}

/** The whole photo, perhaps turned by a quarter: it keeps its own shape. */
function isWhole(corners: Corners): boolean {
  return corners.every(({ x, y }) => (x === 0 || x === 1) && (y === 0 || y === 1));
}

function snapped(proportion: number): number {
  const long = Math.max(proportion, 1 / proportion);
  const off = (known: number): number => Math.abs(Math.log(long / known));
  const [nearest = long] = knownProportions.toSorted((one, other) => off(one) - off(other));
  if (off(nearest) > snapWithin) return proportion;
  return proportion >= 1 ? nearest : 1 / nearest;
}

/**
 * Width by height of the real sheet, from how its image is bent, for a camera that looks through the middle of its
 * picture. How far the lens zooms could be told from the corners too, but a hair's breadth off turns that upside down.
 */
function trueProportion(quad: Quad, { width, height }: { readonly width: number; readonly height: number }): number {
  const [a, b, , d, e, , g, h] = fromUnitSquare(movedQuad(quad, -width / 2, -height / 2));
  const focal = focalDiagonals * Math.hypot(width, height);
  return Math.hypot(a / focal, d / focal, g) / Math.hypot(b / focal, e / focal, h);
}
