import type { Bytes } from '#domain/sealing/primitives.ts';

const digits = 16;

/**
 * What two people read to each other to know that they speak of the same key: "1234 5678 9012 3456".
 * @param thumbprint RFC 7638, 32 bytes
 */
export function checkNumberOf(thumbprint: Bytes): string {
  const number = thumbprint.subarray(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(digits);
  return (String(number).padStart(digits, '0').match(/\d{4}/gu) ?? []).join(' ');
}

/** Typed or read with any spaces. */
export function isSameNumber(one: string, other: string): boolean {
  const bare = (text: string): string => text.replaceAll(/\D/gu, '');
  return bare(one).length === digits && bare(one) === bare(other);
}
