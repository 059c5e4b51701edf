import { Buffer } from 'node:buffer';
import { makePhoto } from '#tests/e2e/samples/photo.ts';

/** Where and by whom a photo was taken, as cameras write it down: what must be nowhere once the paper is prepared. */
export const photoCanary = 'KANARIJEJAK';

/** A real photo with a description and a comment in its metadata. */
export function plantedPhoto(): Buffer {
  const photo = makePhoto(200_000, 77);
  const text = Buffer.from(`${photoCanary} -6.26 106.47\0`, 'latin1');
  const entry = Buffer.alloc(26);
  entry.write('II*\0', 0, 'latin1');
  entry.writeUInt32LE(8, 4);
  entry.writeUInt16LE(1, 8);
  // ImageDescription, text, behind the only directory.
  entry.writeUInt16LE(0x010e, 10);
  entry.writeUInt16LE(2, 12);
  entry.writeUInt32LE(text.length, 14);
  entry.writeUInt32LE(26, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), entry, text]);
  return Buffer.concat([photo.subarray(0, 2), segment(0xe1, exif), segment(0xfe, text), photo.subarray(2)]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
