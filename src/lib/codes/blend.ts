/**
 * Which blocks the frame of this index is the XOR of, as bits. The first frames are the blocks themselves. Each later one
 * blends about half of them, so that it makes up for whichever frame was missed (a random linear fountain code).
 */
export function blendOf(transferId: number, index: number, total: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(total / 32));
  if (index < total) {
    bits[index >>> 5] = 1 << (index & 31);
    return bits;
  }
  let state = transferId ^ Math.imul(index, 0x9e_37_79_b1);
  for (let word = 0; word < bits.length; word += 1) {
    state = (state + 0x6d_2b_79_f5) | 0;
    bits[word] = scrambled(state);
  }
  const beyond = total & 31;
  if (beyond > 0) bits[bits.length - 1] = (bits.at(-1) ?? 0) & ((1 << beyond) - 1);
  return bits;
}

/** One number out of another that looks like chance and is the same on every phone. */
function scrambled(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return mixed ^ (mixed >>> 16);
}

export function hasBit(bits: Uint32Array, index: number): boolean {
  return (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** `into` becomes the XOR of both. */
export function xorInto(into: Uint8Array | Uint32Array, other: Uint8Array | Uint32Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) ^ (other[at] ?? 0);
}
