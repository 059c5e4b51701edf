import { createHash, randomBytes } from 'node:crypto';
import type { MediaType } from '#domain/service/definition.ts';

export interface TestFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: MediaType;
}

/** Begins like a JPEG and goes on by chance, so that no two have the same hash and nothing compresses. */
export function testFile(size = 1000): TestFile {
  return randomFile(size, [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg');
}

export function testPdf(size = 1000): TestFile {
  return randomFile(size, Buffer.from('%PDF-1.7\n'), 'application/pdf');
}

/** Says to be of a type, whatever the bytes are. */
export function fileOf(bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType): TestFile {
  return { bytes, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType };
}

function randomFile(size: number, signature: ArrayLike<number>, mediaType: MediaType): TestFile {
  const bytes = new Uint8Array(size);
  bytes.set(randomBytes(size));
  bytes.set(signature);
  return fileOf(bytes, mediaType);
}
