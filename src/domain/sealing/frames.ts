/**
 * How sealed bytes are laid out: AES256-GCM-HKDF streaming of Tink, as published at
 * https://developers.google.com/tink/wire-format#streaming_encryption, with segments of 256 KiB and SHA-256.
 *
 *     length of this header (1 byte: 40) | salt (32) | start of every nonce (7) | segments
 *
 * The key of one item is HKDF(content key, salt, info = what it belongs to), so it is used for that item only. A
 * segment's nonce is start | number (4 bytes, big-endian) | 1 for the last and 0 for every other: a segment that is
 * swapped, left out, doubled, cut off or moved to another item does not open.
 */
import type { Bytes } from './primitives.ts';

export const segmentBytes = 256 * 1024;
export const contentKeyBytes = 32;
export const tagBytes = 16;
export const saltBytes = 32;
const noncePrefixBytes = 7;
export const headerBytes = 1 + saltBytes + noncePrefixBytes;
/** No nonce comes twice under one key: the number has four bytes. */
const mostSegments = 2 ** 32;

export interface SealedHeader {
  readonly salt: Bytes;
  readonly noncePrefix: Bytes;
}

export function writeHeader(random: Bytes): Bytes {
  const header = new Uint8Array(headerBytes);
  header[0] = headerBytes;
  header.set(random.subarray(0, headerBytes - 1), 1);
  return header;
}

/** Undefined for what is no header of this format. */
export function readHeader(sealed: Bytes): SealedHeader | undefined {
  if (sealed.length < headerBytes || sealed[0] !== headerBytes) return undefined;
  return { salt: sealed.slice(1, 1 + saltBytes), noncePrefix: sealed.slice(1 + saltBytes, headerBytes) };
}

/** 12 bytes. */
export function segmentNonce({ noncePrefix }: SealedHeader, index: number, isLast: boolean): Bytes {
  if (!Number.isSafeInteger(index) || index < 0 || index >= mostSegments) throw new RangeError('no such segment');
  const nonce = new Uint8Array(12);
  nonce.set(noncePrefix);
  new DataView(nonce.buffer).setUint32(noncePrefixBytes, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** How many sealed bytes a segment has at most; the first one shares its room with the header. */
export function segmentRoom(index: number): number {
  return index === 0 ? segmentBytes - headerBytes : segmentBytes;
}

/** Of so many bytes, sealed. */
export function sealedSize(plainBytes: number): number {
  return headerBytes + plainBytes + tagBytes * segmentCount(plainBytes);
}

function segmentCount(plainBytes: number): number {
  const first = segmentRoom(0) - tagBytes;
  return plainBytes <= first ? 1 : 1 + Math.ceil((plainBytes - first) / (segmentBytes - tagBytes));
}

/** What is in a sealed application: the form, or a paper by its id. Goes into the key, so that no item stands for another. */
export function itemInfo(applicationId: string, item: string): Bytes {
  return asciiBytes(`ajukan-seal-1/${applicationId}/${item}`);
}

export const formItem = 'form';

function asciiBytes(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
