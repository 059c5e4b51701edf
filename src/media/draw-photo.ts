import type { Corners } from '#domain/document/corners.ts';

/**
 * The one place between decoding and encoding: what of the photo becomes the paper, and how large. With corners it is the
 * upright box around them.
 * @returns null where the browser has no canvas in a worker
 */
export function drawPhoto(
  photo: ImageBitmap,
  { longSide, corners }: { readonly longSide: number; readonly corners?: Corners | undefined },
): OffscreenCanvas | null {
  if (!('OffscreenCanvas' in globalThis)) return null;
  const box = corners === undefined ? wholeOf(photo) : boxAround(corners, photo);
  const scale = Math.min(1, longSide / Math.max(box.width, box.height));
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  // Its pixels are read again, to be judged: they stay where that is cheap.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) return null;
  // What is transparent in a PNG was white to the person.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, box.left, box.top, box.width, box.height, 0, 0, width, height);
  return canvas;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function wholeOf({ width, height }: ImageBitmap): Box {
  return { left: 0, top: 0, width, height };
}

function boxAround(corners: Corners, { width, height }: ImageBitmap): Box {
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const xs = corners.map(({ x }) => clamp(x) * width);
  const ys = corners.map(({ y }) => clamp(y) * height);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(1, Math.max(...xs) - left), height: Math.max(1, Math.max(...ys) - top) };
}
