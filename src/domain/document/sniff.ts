import type { MediaType } from '#domain/service/definition.ts';

/** Largest paper that the office takes unless its capabilities say otherwise. */
export const maxDocumentBytes = 10 * 1024 * 1024;
/** Largest photo that may be picked: it is shrunk before it is stored. */
export const maxPickedPhotoBytes = 40 * 1024 * 1024;
/** How many bytes from the start `sniffMediaType` looks at. */
export const sniffedBytes = 16;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/**
 * What a file is by its first bytes; its name and declared type say nothing. A signature counts only at the very
 * start, so a page that hides a picture further in is no picture.
 * @returns 'heic' for the phone format that browsers mostly can't read, null for anything that the office does not take
 */
export function sniffMediaType(firstBytes: Uint8Array): MediaType | 'heic' | null {
  if (startsWith(firstBytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(firstBytes, pngSignature)) return 'image/png';
  if (ascii(firstBytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(firstBytes, 0, 4) === 'RIFF' && ascii(firstBytes, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(firstBytes, 4, 8) === 'ftyp' && heifBrands.has(ascii(firstBytes, 8, 12))) return 'heic';
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
