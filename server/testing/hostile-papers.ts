import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { testPdf } from './test-file.ts';

/** Words that must be in nothing that an official opens. */
export const canary = 'KANARI-RAHASIA';
const script = `<!doctype html><script>alert('${canary}')</script>`;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A photo with noise in it, of a kind. */
export async function photoOf(format: 'jpeg' | 'png' | 'webp', width = 320, height = 200): Promise<Buffer> {
  const create = { width, height, channels: 3 as const, noise: { type: 'gaussian' as const, mean: 128, sigma: 40 } };
  return sharp({ create: { ...create, background: '#fff' } })
    .toFormat(format)
    .toBuffer();
}

/** As a phone writes it: place and name of the phone, a second whole picture as preview. */
export async function cameraPhoto(): Promise<Buffer> {
  return sharp(await photoOf('jpeg'))
    .withExif({ IFD0: { Model: canary }, IFD3: { GPSAreaInformation: canary } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** After the start of a JPEG. */
export function withSegment(photo: Buffer, marker: number, content: string): Buffer {
  const body = latin1(content);
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([photo.subarray(0, 2), head, body, photo.subarray(2)]);
}

export const pageBehind = (file: Buffer): Buffer => Buffer.concat([file, latin1(script)]);
export const archiveBehind = (file: Buffer): Buffer =>
  Buffer.concat([file, latin1(`PK\u0003\u0004${'\0'.repeat(26)}${canary}`)]);
export const page = latin1(script);
export const drawing = latin1(
  `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${canary}')"><foreignObject/></svg>`,
);
export const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), latin1('ftypheic'), Buffer.alloc(200)]);
export const gif = latin1(`GIF89a\u0001\0\u0001\0\0\0\0${canary}`);

/** A PNG whose head says a size, and that unpacks to next to nothing. */
export function pngSaying(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('IDAT', rows),
    chunk('IEND'),
  ]);
}

/** A chunk of words before the end of a PNG, and one of camera's. */
export function pngWithWords(png: Buffer): Buffer {
  const words = Buffer.concat([chunk('tEXt', latin1(`Author\0${canary}`)), chunk('eXIf', latin1(canary))]);
  return Buffer.concat([png.subarray(0, -12), words, png.subarray(-12)]);
}

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([latin1(name), content]);
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A whole PDF with one more object in it. */
export function pdfWith(object: string): Buffer {
  const whole = Buffer.from(testPdf().bytes).toString('latin1');
  return latin1(whole.replace('trailer\n', `9 0 obj\n${object}\nendobj\ntrailer\n`));
}

export const lockedPdf = (): Buffer =>
  latin1(Buffer.from(testPdf().bytes).toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'));
