import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file as it lies in a phone's gallery. */
export interface SampleFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly path: string;
}

export function writeSample(folder: string, name: string, mediaType: string, bytes: Buffer): SampleFile {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return { name, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), path: file };
}
