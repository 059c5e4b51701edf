/** CRC-32 as gzip and PNG have it: an unsigned number of 32 bits. */
export function crc32(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1;
  }
  return ~rest >>> 0;
}
