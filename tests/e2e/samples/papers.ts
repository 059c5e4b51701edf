import { crc32, deflateSync } from 'node:zlib';
import { makeNoise } from './photo.ts';

/** One blank page, with bytes that nothing compresses beside it until it is as large as asked. */
export function makePdf(title: string, sizeBytes = 0, seed = 1): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${title}) >>`,
    ...(sizeBytes === 0 ? [] : [streamOf(makeNoise(sizeBytes - headBytes, seed))]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** What a PDF with a stream has beside it, about. */
const headBytes = 600;

function streamOf(noise: Buffer): string {
  return `<< /Length ${noise.length} >>\nstream\n${noise.toString('latin1')}\nendstream`;
}

/** A square of one grey. */
export function makePng(sidePixels: number, grey: number): Buffer {
  return pngOf(sidePixels, sidePixels, 0, Buffer.alloc(sidePixels * sidePixels, grey));
}

/** A picture of RGBA bytes, row by row. */
export function makeColourPng(picture: {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}): Buffer {
  return pngOf(picture.width, picture.height, 6, Buffer.from(picture.data));
}

/** @param colourType 0: one byte of grey a pixel; 6: RGBA */
function pngOf(width: number, height: number, colourType: 0 | 6, bytes: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = colourType;
  const lineBytes = bytes.length / height;
  const lines = Array.from({ length: height }, (_, line) =>
    Buffer.concat([Buffer.from([0]), bytes.subarray(line * lineBytes, (line + 1) * lineBytes)]),
  );
  const pixels = Buffer.concat(lines);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(8 + named.length);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}

/** A web page that calls itself a photo. */
export function makeDisguisedPage(): Buffer {
  return Buffer.from('<!doctype html><html><body><script>document.title = "masuk"</script></body></html>');
}

/** What an iPhone's camera writes: the head is enough to tell it by. */
export function makeHeicHead(): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from('mif1heic'),
    Buffer.alloc(4096, 7),
  ]);
}
