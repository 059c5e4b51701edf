import type { Bytes } from '#domain/sealing/primitives.ts';
import { passphraseWords } from './passphrase-words.ts';

/** Nine bits each: six words are 54 bits, which PBKDF2 with 600,000 rounds makes some 19,000 years of one fast card. */
export const wordsInPassphrase = 6;

/** Words by chance, each of the 512 as likely as any other. */
export function makeWords(randomBytes: (count: number) => Bytes): string {
  const bytes = randomBytes(2 * wordsInPassphrase);
  const places = Array.from({ length: wordsInPassphrase }, (_, index) =>
    new DataView(bytes.buffer, bytes.byteOffset).getUint16(2 * index),
  );
  return places.map((place) => passphraseWords[place % passphraseWords.length]).join(' ');
}
