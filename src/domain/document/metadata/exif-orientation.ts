/** Which way up a photo is to be shown, 1 to 8, as a camera writes it: Exif 2.32, 4.6.4. */
const orientationTag = 0x0112;
/** From here on width and height change places. */
export const firstSideways = 5;
const short = 3;
const header = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** @param content of an APP1 segment, after its length; 1 (upright) when it says nothing of it */
export function exifOrientation(content: Uint8Array): number {
  if (!isExif(content) || content.length < 14) return 1;
  const tiff = new DataView(content.buffer, content.byteOffset + header.length, content.length - header.length);
  const littleEndian = tiff.getUint16(0) === 0x4949;
  if (!littleEndian && tiff.getUint16(0) !== 0x4d4d) return 1;
  const directory = tiff.getUint32(4, littleEndian);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(directory, littleEndian);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(entry, littleEndian) !== orientationTag) continue;
    const value = tiff.getUint16(entry + 8, littleEndian);
    return tiff.getUint16(entry + 2, littleEndian) === short && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

export function isExif(content: Uint8Array): boolean {
  return header.every((byte, index) => content[index] === byte);
}

/** An APP1 segment that says which way up the photo is, and nothing else: no place, no time, no phone. */
export function orientationSegment(orientation: number): Uint8Array {
  const directory = [0, 1, orientationTag >> 8, orientationTag & 255, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, ...directory, 0, 0, 0, 0];
  const content = [...header, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, content.length + 2, ...content]);
}
