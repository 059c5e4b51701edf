/** PNG and WebP are a head and a row of named chunks. */
export interface Chunk {
  readonly name: string;
  /** From its first byte of framing to after its last, checksum or padding included. */
  readonly start: number;
  readonly end: number;
}

const pngHeadBytes = 8;
const webpHeadBytes = 12;

/** Up to and with IEND; what follows is no picture. Null when it breaks off before. */
export function pngChunks(bytes: Uint8Array): readonly Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  let at = pngHeadBytes;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const chunk = { name: nameAt(bytes, at + 4), start: at, end };
    chunks.push(chunk);
    if (chunk.name === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** Null when the file is shorter than its chunks say. */
export function webpChunks(bytes: Uint8Array): readonly Chunk[] | null {
  if (bytes.length < webpHeadBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = Math.min(bytes.length, view.getUint32(4, true) + 8);
  const chunks: Chunk[] = [];
  let at = webpHeadBytes;
  while (at + 8 <= whole) {
    const sizeBytes = view.getUint32(at + 4, true);
    const end = at + 8 + sizeBytes + (sizeBytes % 2);
    if (end > whole) return null;
    chunks.push({ name: nameAt(bytes, at), start: at, end });
    at = end;
  }
  return chunks.length === 0 ? null : chunks;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
