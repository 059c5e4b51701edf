import { createHash, randomBytes } from 'node:crypto';
import type { MediaType } from '#domain/service/definition.ts';

export interface TestFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: MediaType;
}

/** One grey dot. */
const dot = Buffer.from(
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AQH//2Q==',
  'base64',
);
const [tableBytes, tablesInSegment, intervalBytes] = [65, 1000, 6];

/**
 * A picture that the office takes as it is, of exactly this length: before the tables that it is decoded with stand
 * others, made by chance, so that no two have the same hash and nothing compresses. 500 bytes at least.
 */
export function testFile(size = 1000): TestFile {
  const { tables, segments, intervals } = fillerOf(size - dot.length);
  // Of a table no value may be 0.
  const bytes = new Uint8Array(randomBytes(size).map((value) => value || 1));
  bytes.set(dot.subarray(0, 2));
  let at = 2;
  const put = (...values: readonly number[]): void => {
    bytes.set(values, at);
    at += values.length;
  };
  for (let index = 0; index < segments; index += 1) {
    const count = Math.floor(tables / segments) + (index < tables % segments ? 1 : 0);
    const length = 2 + count * tableBytes;
    put(0xff, 0xdb, length >> 8, length & 0xff);
    for (let table = 0; table < count; table += 1) {
      put(0);
      at += tableBytes - 1;
    }
  }
  for (let index = 0; index < intervals; index += 1) put(0xff, 0xdd, 0, 4, 0, 0);
  bytes.set(dot.subarray(2), at);
  return fileOf(bytes, 'image/jpeg');
}

/** So many tables in so many segments, and empty restart intervals, make up the length. */
function fillerOf(length: number) {
  for (let tables = Math.floor(length / tableBytes); tables > 0; tables -= 1) {
    const fewest = Math.ceil(tables / tablesInSegment);
    const rest = length - tables * tableBytes;
    for (let segments = fewest; segments <= Math.min(tables, fewest + 2); segments += 1) {
      const left = rest - segments * 4;
      if (left >= 0 && left % intervalBytes === 0) return { tables, segments, intervals: left / intervalBytes };
    }
  }
  throw new Error(`No test file is ${length + dot.length} bytes long`);
}

/** A page with nothing on it, and a comment made by chance. */
export function testPdf(size = 1000): TestFile {
  const objects =
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' +
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>\nendobj\n' +
    'trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';
  const comment = randomBytes(size)
    .toString('hex')
    .slice(0, size - '%PDF-1.7\n%\n'.length - objects.length);
  return fileOf(Uint8Array.from(Buffer.from(`%PDF-1.7\n%${comment}\n${objects}`)), 'application/pdf');
}

/** Says to be of a type, whatever the bytes are. */
export function fileOf(bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType): TestFile {
  return { bytes, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType };
}
