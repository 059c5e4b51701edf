/** Real files of any size: the smallest of their kind, filled up where the format allows bytes without meaning. */
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type FileType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** Never the same bytes twice, so that two files never have one hash. `sizeBytes` of at least 1,024. */
export function sampleFile(mediaType: FileType, sizeBytes: number): Uint8Array<ArrayBuffer> {
  const make = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'application/pdf': pdf }[mediaType];
  const bytes = Uint8Array.from(make(sizeBytes));
  if (bytes.length !== sizeBytes) throw new Error(`sample ${mediaType} has ${bytes.length} bytes, not ${sizeBytes}`);
  return bytes;
}

/** A comment after the header; the cross-reference table counts from the start of the file. */
function pdf(sizeBytes: number): Buffer {
  const build = (padding: string): string => {
    const head = `%PDF-1.4\n%${padding}\n`;
    const objects = [
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>\nendobj\n',
    ];
    const offsets = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = head.length + objects.join('').length;
    return [
      head,
      ...objects,
      `xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>\n`,
      `startxref\n${String(start).padStart(10, '0')}\n%%EOF\n`,
    ].join('');
  };
  return Buffer.from(build(noise(sizeBytes - build('').length)), 'latin1');
}

/** One pixel, then a tEXt chunk before IEND. */
function png(sizeBytes: number): Buffer {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const end = pixel.length - 12;
  const text = Buffer.from(`tEXtComment\0${noise(sizeBytes - pixel.length - 12 - 8)}`, 'latin1');
  const chunk = Buffer.concat([uint32(text.length - 4), text, uint32(crc32(text))]);
  return Buffer.concat([pixel.subarray(0, end), chunk, pixel.subarray(end)]);
}

/** One pixel, with comment segments (at most 65,533 bytes each) after the start marker. */
function jpeg(sizeBytes: number): Buffer {
  const pixel = Buffer.from(
    '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AQH//2Q==',
    'base64',
  );
  const comments: Buffer[] = [];
  for (let left = sizeBytes - pixel.length; left > 0; ) {
    // A segment has four bytes of its own; none may be left with less.
    const take = left > 65_537 ? Math.min(65_537, left - 1024) : left;
    comments.push(
      Buffer.from([0xff, 0xfe, (take - 2) >> 8, (take - 2) & 0xff]),
      Buffer.from(noise(take - 4), 'latin1'),
    );
    left -= take;
  }
  return Buffer.concat([pixel.subarray(0, 2), ...comments, pixel.subarray(2)]);
}

/** One pixel, then a chunk that readers have to skip. RIFF chunks are even. */
function webp(sizeBytes: number): Buffer {
  const pixel = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
  const payload = noise(sizeBytes - pixel.length - 8);
  const bytes = Buffer.concat([pixel, Buffer.from('PADD    ', 'latin1'), Buffer.from(payload, 'latin1')]);
  bytes.writeUInt32LE(payload.length, pixel.length + 4);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}

/** Letters and digits only. */
function noise(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
