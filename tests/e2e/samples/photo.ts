/**
 * A real baseline JPEG of any size, made without a picture: grey blocks with pseudo-random coefficients, which every
 * decoder shows as noise. A seed makes the bytes of one photo differ from another's. Up to 330 kB it is small enough to be
 * stored as it is, bit for bit.
 */
const blocksPerLine = 256;
/** Four bits a code: the brightness of a block changes by at most 2^3. */
const brightnessSizes = [0, 1, 2, 3];
/** Three bits a code: end of block, or one coefficient of 1 to 6 bits. */
const coefficientSizes = [0, 1, 2, 3, 4, 5, 6];
const coefficientsPerBlock = 40;

export function makePhoto(sizeBytes: number, seed: number): Buffer {
  const chance = makeChance(seed);
  const pixels = new BitWriter();
  let lines = 0;
  while (lines === 0 || pixels.sizeBytes < sizeBytes - 1024) {
    for (let block = 0; block < blocksPerLine; block += 1) writeBlock(pixels, chance);
    lines += 1;
  }
  pixels.finish();
  const head = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...new Array<number>(64).fill(4)]),
    segment(0xc0, [
      8,
      (lines * 8) >> 8,
      (lines * 8) & 255,
      (blocksPerLine * 8) >> 8,
      (blocksPerLine * 8) & 255,
      1,
      1,
      0x11,
      0,
    ]),
    segment(0xc4, [0x00, ...codeLengths(4, brightnessSizes.length), ...brightnessSizes]),
    segment(0xc4, [0x10, ...codeLengths(3, coefficientSizes.length), ...coefficientSizes]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
  ]);
  return Buffer.concat([head, pixels.toBuffer(), Buffer.from([0xff, 0xd9])]);
}

function writeBlock(pixels: BitWriter, chance: () => number): void {
  const brightness = Math.floor(chance() * brightnessSizes.length);
  pixels.write(brightness, 4);
  pixels.write(Math.floor(chance() * 2 ** brightness), brightness);
  for (let index = 0; index < coefficientsPerBlock; index += 1) {
    const size = 1 + Math.floor(chance() * 6);
    pixels.write(size, 3);
    pixels.write(Math.floor(chance() * 2 ** size), size);
  }
  pixels.write(0, 3);
}

/** How many codes there are of each length, 1 to 16 bits. */
function codeLengths(bits: number, count: number): readonly number[] {
  return Array.from({ length: 16 }, (_, index) => (index + 1 === bits ? count : 0));
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

/** Bytes by chance, the same for the same seed. */
export function makeNoise(sizeBytes: number, seed: number): Buffer {
  const chance = makeChance(seed);
  return Buffer.from(Uint8Array.from({ length: sizeBytes }, () => Math.floor(chance() * 256)));
}

/** Mulberry32. */
function makeChance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class BitWriter {
  #bytes = Buffer.alloc(1 << 20);
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  get sizeBytes(): number {
    return this.#length;
  }

  write(value: number, bits: number): void {
    this.#pending = (this.#pending << bits) | value;
    this.#pendingBits += bits;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      this.#push((this.#pending >> this.#pendingBits) & 255);
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
  }

  finish(): void {
    while (this.#pendingBits !== 0) this.write(1, 1);
  }

  toBuffer(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length + 2 > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
    // A 0xff in the picture is followed by a zero, so that it is not taken for a marker.
    if (byte !== 0xff) return;
    this.#bytes[this.#length] = 0;
    this.#length += 1;
  }
}
