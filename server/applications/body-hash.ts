import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { pointerTo } from '#domain/form/pointer.ts';

/**
 * SHA-256 of the RFC 8785 form: the order of keys and the white space don't count, everything else does.
 * @returns null for JSON that has no such form (a lone surrogate, a number beyond the double's range)
 */
export function bodyHash(body: unknown): string | null {
  try {
    const canonical = canonicalize(body);
    return canonical === undefined ? null : createHash('sha256').update(canonical).digest('hex');
  } catch {
    return null;
  }
}

/** Where the first half of a character stands in a body that has no hash; '' when something else is to blame. */
export function notCanonicalAt(body: unknown): string {
  return halfCharacterAt(body, '') ?? '';
}

function halfCharacterAt(value: unknown, pointer: string): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : pointer;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = pointerTo(pointer, key);
    const found = key.isWellFormed() ? halfCharacterAt(inner, here) : here;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of the body exactly as it came, in hexadecimal. */
export function digestOf(bytes: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
}
