/**
 * Bytes as a sequence of texts for QR codes, without an end: whoever reads any of them, in any order, has the whole as
 * soon as they are a frame or two more than the blocks. A frame is `QF1:` and in Base45: the whole's CRC-32, by which its
 * transfer is known, its length, the frame's index, the block, and the CRC-32 of all that.
 */
import { toBase45, fromBase45 } from './base45.ts';
import { blendOf, hasBit, xorInto } from './blend.ts';
import { crc32 } from './crc32.ts';

/** Fills a code of version 15, whose squares the camera of a cheap phone still tells apart on a small screen. */
const blockBytes = 480;
const headBytes = 10;
const crcBytes = 4;
/** More blocks than anybody shows; what a forged frame can make a reader keep ends there. */
const mostBlocks = 512;
/** The index has two bytes; the sequence starts again after hours. */
const indexes = 0x1_00_00;

export interface Frame {
  readonly transferId: number;
  /** Bytes of the whole. */
  readonly length: number;
  readonly total: number;
  readonly index: number;
  readonly block: Uint8Array<ArrayBuffer>;
}

export interface FrameSequence {
  /** Blocks in the whole. */
  readonly total: number;
  text(index: number): string;
}

/** Null where it is more than the codes can hold. */
export function framesOf(whole: Uint8Array): FrameSequence | null {
  const total = Math.ceil(whole.length / blockBytes);
  if (total < 1 || total > mostBlocks) return null;
  const transferId = crc32(whole);
  return {
    total,
    text(count) {
      const index = count % indexes;
      const bytes = new Uint8Array(headBytes + blockBytes + crcBytes);
      const view = new DataView(bytes.buffer);
      view.setUint32(0, transferId);
      view.setUint32(4, whole.length);
      view.setUint16(8, index);
      const block = bytes.subarray(headBytes, headBytes + blockBytes);
      const blend = blendOf(transferId, index, total);
      for (let at = 0; at < total; at += 1)
        if (hasBit(blend, at)) xorInto(block, whole.subarray(at * blockBytes, (at + 1) * blockBytes));
      view.setUint32(headBytes + blockBytes, crc32(bytes.subarray(0, headBytes + blockBytes)));
      return `QF1:${toBase45(bytes)}`;
    },
  };
}

/** What stands in a code; null where it is none of these, or damaged. */
export function frameIn(text: string): Frame | 'other-version' | null {
  const [start, version] = /^QF(\d{1,3}):/.exec(text) ?? [];
  if (start === undefined) return null;
  if (version !== '1') return 'other-version';
  const bytes = fromBase45(text.slice(start.length));
  const size = (bytes?.length ?? 0) - headBytes - crcBytes;
  if (bytes === undefined || size < 1) return null;
  const view = new DataView(bytes.buffer);
  if (view.getUint32(headBytes + size) !== crc32(bytes.subarray(0, headBytes + size))) return null;
  const length = view.getUint32(4);
  const total = Math.ceil(length / size);
  if (total < 1 || total > mostBlocks) return null;
  const block = bytes.slice(headBytes, headBytes + size);
  return { transferId: view.getUint32(0), length, total, index: view.getUint16(8), block };
}
