import { headerBytes, readHeader, sealedSize, segmentNonce, segmentRoom, tagBytes, writeHeader } from './frames.ts';
import type { Bytes, FrameCipher, SealPrimitives } from './primitives.ts';

/** Seals one item under a content key. Called twice it gives other bytes, under another key. */
export async function sealBytes(
  primitives: SealPrimitives,
  contentKey: Bytes,
  info: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  const sealed = new Uint8Array(sealedSize(plain.length));
  sealed.set(writeHeader(primitives.randomBytes(headerBytes - 1)));
  const header = readHeader(sealed);
  if (header === undefined) throw new Error('a header that was just written can not be read');
  const cipher = await primitives.deriveCipher(contentKey, header.salt, info);
  let from = 0;
  let at = headerBytes;
  for (let index = 0; ; index += 1) {
    const to = Math.min(plain.length, from + segmentRoom(index) - tagBytes);
    const isLast = to === plain.length;
    const segment = await cipher.encrypt(segmentNonce(header, index, isLast), plain.slice(from, to));
    sealed.set(segment, at);
    at += segment.length;
    from = to;
    if (isLast) return sealed;
  }
}

/** Undefined when it is not whole, not in order, not of this item or not of this key. */
export async function openBytes(
  primitives: SealPrimitives,
  contentKey: Bytes,
  info: Bytes,
  sealed: Bytes,
): Promise<Bytes | undefined> {
  const plain = new Uint8Array(Math.max(0, sealed.length - headerBytes));
  let length = 0;
  for await (const piece of openSegments(primitives, contentKey, info, [sealed])) {
    if (piece === 'broken') return undefined;
    plain.set(piece, length);
    length += piece.length;
  }
  return plain.slice(0, length);
}

/**
 * The same as it arrives, a segment at a time. Nothing of it counts before the end: that the rest was cut off is known
 * there only. 'broken' is the last that comes.
 */
export async function* openSegments(
  primitives: SealPrimitives,
  contentKey: Bytes,
  info: Bytes,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Bytes | 'broken', void> {
  const source = segmentsOf(chunks);
  const first = await source.next();
  const header = first.done === true ? undefined : readHeader(first.value.bytes);
  if (header === undefined) {
    yield 'broken';
    return;
  }
  const cipher = await primitives.deriveCipher(contentKey, header.salt, info);
  let seen = 0;
  for await (const { index, bytes, isLast } of source) {
    seen += 1;
    const plain = await opened(cipher, segmentNonce(header, index, isLast), bytes);
    yield plain ?? 'broken';
    if (plain === undefined) return;
  }
  // Cut off behind the header: an empty item has a segment too.
  if (seen === 0) yield 'broken';
}

async function opened(cipher: FrameCipher, nonce: Bytes, segment: Bytes): Promise<Bytes | undefined> {
  return segment.length < tagBytes ? undefined : cipher.decrypt(nonce, segment);
}

interface Segment {
  readonly index: number;
  readonly bytes: Bytes;
  readonly isLast: boolean;
}

/** First the header, as number -1; then segments as long as they may be, and the rest as the last one. */
async function* segmentsOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Segment, void> {
  let held: Bytes = new Uint8Array(0);
  let index = -1;
  for await (const chunk of chunks) {
    held = joined(held, chunk);
    // One more byte than fits: only then it is certain that this segment is not the last.
    for (let room = roomOf(index); held.length > room; room = roomOf(index)) {
      yield { index, bytes: held.slice(0, room), isLast: false };
      held = held.subarray(room);
      index += 1;
    }
  }
  yield { index, bytes: held, isLast: true };
}

function roomOf(index: number): number {
  return index < 0 ? headerBytes : segmentRoom(index);
}

function joined(held: Bytes, chunk: Uint8Array): Bytes {
  const both = new Uint8Array(held.length + chunk.length);
  both.set(held);
  both.set(chunk, held.length);
  return both;
}
