import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

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
