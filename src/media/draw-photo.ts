import type { Corners } from '#domain/document/corners.ts';
import type { DecodedPhoto } from './decode-photo.ts';
import { paperSize } from './straighten/paper-size.ts';
import { warp } from './straighten/warp.ts';
import { firstSideways } from '#domain/document/metadata/exif-orientation.ts';
import { turnOf } from './turn.ts';

/**
 * The one place between decoding and encoding: what of the photo becomes the paper, and how large. With corners it is
 * what lies inside of them, seen from straight above.
 * @returns null where the browser has no canvas in a worker
 */
export function drawPhoto(
  photo: DecodedPhoto,
  { longSide, corners }: { readonly longSide: number; readonly corners?: Corners | undefined },
): OffscreenCanvas | null {
  if (corners === undefined) return drawWhole(photo, Math.min(1, longSide / Math.max(photo.width, photo.height)));
  const size = paperSize(corners, photo);
  const canvas = drawWhole(photo, Math.min(1, longSide / Math.max(size.width, size.height)));
  return canvas === null ? null : straightened(canvas, corners);
}

function drawWhole(photo: DecodedPhoto, scale: number): OffscreenCanvas | null {
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  const canvas = newCanvas(width, height);
  const context = contextOf(canvas);
  if (canvas === null || context === null) return null;
  // What is transparent in a PNG was white to the person.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.setTransform(...turnOf(photo.orientation, width, height));
  const [across, down] = photo.orientation >= firstSideways ? [height, width] : [width, height];
  context.drawImage(photo.bitmap, 0, 0, across, down);
  return canvas;
}

function straightened(drawn: OffscreenCanvas, corners: Corners): OffscreenCanvas | null {
  const from = contextOf(drawn)?.getImageData(0, 0, drawn.width, drawn.height);
  const size = paperSize(corners, drawn);
  const canvas = newCanvas(size.width, size.height);
  const context = contextOf(canvas);
  if (from === undefined || canvas === null || context === null) return null;
  const into = context.createImageData(size.width, size.height);
  into.data.set(warp(from, corners, size).data);
  context.putImageData(into, 0, 0);
  return canvas;
}

function newCanvas(width: number, height: number): OffscreenCanvas | null {
  return 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(width, height) : null;
}

/** Its pixels are read again, to be judged: they stay where that is cheap. */
function contextOf(canvas: OffscreenCanvas | null): OffscreenCanvasRenderingContext2D | null {
  return canvas?.getContext('2d', { alpha: false, willReadFrequently: true }) ?? null;
}
