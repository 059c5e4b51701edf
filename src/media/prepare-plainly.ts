import { maxPickedPhotoBytes } from '#domain/document/sniff.ts';
import { stripMetadata } from '#domain/document/metadata/strip-metadata.ts';
import type { PreparedPaper, PrepareOrder } from './paper-protocol.ts';
import { type FileRead, readFile } from './read-file.ts';
import { sha256Hex } from './sha256.ts';

/** Without a worker: the photo keeps its size and is not judged, but place, time and phone are taken out of it all the same. */
export async function preparePlainly({ file, accept, maxBytes }: PrepareOrder): Promise<PreparedPaper> {
  const read = await readFile(file, { accept, maxBytes, maxPhotoBytes: maxPickedPhotoBytes });
  if (read.kind === 'refused') return read;
  const bytes = stripMetadata(read.bytes, read.mediaType);
  if (bytes.byteLength > maxBytes) return { kind: 'refused', reason: 'too-large' };
  return await preparedAsItIs({ ...read, bytes });
}

/** What was read, with its digest. */
export async function preparedAsItIs({
  bytes,
  mediaType,
  pageCount,
}: Omit<Extract<FileRead, { kind: 'read' }>, 'kind'>): Promise<PreparedPaper> {
  const pages = pageCount === undefined ? {} : { pageCount };
  return { kind: 'prepared', bytes, mediaType, sha256: await sha256Hex(bytes), doubts: [], ...pages };
}
