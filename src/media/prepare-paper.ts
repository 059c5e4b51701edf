import { maxPickedPhotoBytes } from '#domain/document/sniff.ts';
import type { PreparedPaper, PrepareOrder } from './paper-protocol.ts';
import { type PreparedPhoto, preparePhoto } from './prepare-photo.ts';
import { readFile } from './read-file.ts';
import { sha256Hex } from './sha256.ts';

/** From a picked file to bytes that are fixed from here on. Works in the worker; rejects only when memory runs out. */
export async function preparePaper(order: PrepareOrder): Promise<PreparedPaper> {
  const { file, accept, maxBytes } = order;
  const read = await readFile(file, { accept, maxBytes, maxPhotoBytes: maxPickedPhotoBytes });
  if (read.kind === 'refused') return read;
  const paper: PreparedPhoto =
    read.mediaType === 'application/pdf'
      ? { bytes: read.bytes, mediaType: read.mediaType, doubts: [] }
      : await preparePhoto(read.bytes, read.mediaType, order);
  if (paper.bytes.byteLength > maxBytes) return { kind: 'refused', reason: 'too-large' };
  return { kind: 'prepared', ...paper, sha256: await sha256Hex(paper.bytes) };
}
