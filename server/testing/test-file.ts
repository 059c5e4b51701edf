import { createHash, randomBytes } from 'node:crypto';

export interface TestFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: 'image/jpeg';
}

/** Begins like a JPEG and goes on by chance, so that no two have the same hash and nothing compresses. */
export function testFile(size = 1000): TestFile {
  const bytes = new Uint8Array(size);
  bytes.set(randomBytes(size));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return { bytes, size, sha256: sha256(bytes), mediaType: 'image/jpeg' };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
