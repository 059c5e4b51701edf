import { addLuminance, type Luminance } from './judge/luminance.ts';

/** Lines read at once: all pixels of a photo together would take 12 MB more. */
const bandLines = 64;

/** Null where the canvas can't be read. */
export function readLuminance(canvas: OffscreenCanvas): Luminance | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const { width, height } = canvas;
  const values = new Uint8Array(width * height);
  for (let top = 0; top < height; top += bandLines) {
    const band = context.getImageData(0, top, width, Math.min(bandLines, height - top));
    addLuminance(band.data, values, top * width);
  }
  return { width, height, values };
}
