/** All chance of a simulation: a number drawn from the seed, a name and a count, so that one draw never shifts another. */
export interface Dice {
  readonly seed: number;
  /** In [0, 1): the next number of that name. */
  roll(name: number): number;
  /** A whole number in [0, below). */
  pick(name: number, below: number): number;
  /** The number that belongs to `count`, whatever was drawn before. */
  at(name: number, count: number): number;
}

const highestName = 256;

export function createDice(seed: number): Dice {
  const counts = new Uint32Array(highestName);
  const mixedSeed = mixBits(seed + 0x6d2b79f5);
  const at = (name: number, count: number): number =>
    mixBits(mixBits(mixedSeed ^ Math.imul(name + 1, 0x9e3779b1)) ^ Math.imul(count + 1, 0x85ebca6b)) / 0x1_0000_0000;
  const roll = (name: number): number => {
    const count = counts[name] ?? 0;
    counts[name] = count + 1;
    return at(name, count);
  };
  return { seed, at, roll, pick: (name, below) => Math.floor(roll(name) * below) };
}

/** Murmur3's finalizer: every bit of the input moves about half of the bits of the output. */
function mixBits(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
