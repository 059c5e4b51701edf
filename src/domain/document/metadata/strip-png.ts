import { pngChunks } from './chunks.ts';
import { joinBytes } from './join-bytes.ts';

/** What decides how the picture looks; every other chunk is words, times, or an Exif of its own. */
const kept = new Set(['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'pHYs', 'acTL', 'fcTL', 'fdAT']);

/** The picture bit for bit, without words, times and place. Null when it is no whole PNG. */
export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = pngChunks(bytes);
  if (chunks === null) return null;
  const pictures = chunks.filter(({ name }) => kept.has(name) || isCritical(name));
  return joinBytes([bytes.subarray(0, 8), ...pictures.map(({ start, end }) => bytes.subarray(start, end))]);
}

/** A capital first letter: https://www.w3.org/TR/png-3/#5Chunk-naming-conventions */
function isCritical(name: string): boolean {
  return name.charAt(0) >= 'A' && name.charAt(0) <= 'Z';
}
