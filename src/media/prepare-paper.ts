import { maxPickedPhotoBytes } from '#domain/document/sniff.ts';
import type { PreparedPaper, PrepareOrder } from './paper-protocol.ts';
import { preparePhoto } from './prepare-photo.ts';
import { preparedAsItIs } from './prepare-plainly.ts';
import { readFile } from './read-file.ts';
import { sha256Hex } from './sha256.ts';

/** From a picked file to bytes that are fixed from here on. Works in the worker; rejects only when memory runs out. */
export async function preparePaper(order: PrepareOrder): Promise<PreparedPaper> {
  const { file, accept, maxBytes } = order;
  const read = await readFile(file, { accept, maxBytes, maxPhotoBytes: maxPickedPhotoBytes });
  if (read.kind === 'refused') return read;
  if (read.mediaType === 'application/pdf') return await preparedAsItIs(read);
  const paper = await preparePhoto(read.bytes, read.mediaType, order);
  if (paper.bytes.byteLength > maxBytes) return { kind: 'refused', reason: 'too-large' };
  return { kind: 'prepared', ...paper, sha256: await sha256Hex(paper.bytes) };
}
