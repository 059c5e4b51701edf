import type { Corners } from '#domain/document/corners.ts';
import { findCorners, sureFrom } from './straighten/find-corners.ts';

const longSide = 640;
/** A corner this much of the photo away from the photo's own is worth to be cut off; less is a margin. */
const worthwhile = 0.04;

/** Where in the photo a paper surely lies that gains by being straightened; null: nowhere, or it fills the photo already. */
export function findPaper(photo: OffscreenCanvas): Corners | null {
  const scale = Math.min(1, longSide / Math.max(photo.width, photo.height));
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(photo, 0, 0, width, height);
  const found = findCorners(context.getImageData(0, 0, width, height));
  return found !== null && found.confidence >= sureFrom && isWorthwhile(found.corners) ? found.corners : null;
}

function isWorthwhile(corners: Corners): boolean {
  return corners.some(({ x, y }) => Math.max(Math.min(x, 1 - x), Math.min(y, 1 - y)) > worthwhile);
}
