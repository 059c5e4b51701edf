import { generalDecrypt, importJWK, type GeneralJWE } from 'jose';
import { contentKeyBytes } from '#domain/sealing/frames.ts';
import type { Bytes } from '#domain/sealing/primitives.ts';
import { keyAlgorithm, type OfficeKey } from './key-file.ts';

export type ContentKeyRead =
  | { readonly kind: 'ok'; readonly contentKey: Bytes }
  /** It was wrapped to none of these keys. */
  | { readonly kind: 'unknown-key' }
  /** Wrapped to one of them, and it does not open, or what comes out is no key. */
  | { readonly kind: 'broken' };

/** A wrapped content key as it came over the wire. */
export type WrappedKey = GeneralJWE;

export async function unwrapKey(wrapped: WrappedKey, keys: readonly OfficeKey[]): Promise<ContentKeyRead> {
  for (const recipient of wrapped.recipients) {
    const kid = recipient.header?.kid;
    const key = keys.find((one) => one.kid === kid);
    if (key === undefined) continue;
    try {
      const { plaintext } = await generalDecrypt(
        { ...wrapped, recipients: [recipient] },
        await importJWK({ ...key.jwk }, keyAlgorithm),
        { keyManagementAlgorithms: [keyAlgorithm], contentEncryptionAlgorithms: ['A256GCM'] },
      );
      const contentKey = keyIn(plaintext);
      return contentKey === undefined ? { kind: 'broken' } : { kind: 'ok', contentKey };
    } catch {
      return { kind: 'broken' };
    }
  }
  return { kind: 'unknown-key' };
}

/** RFC 7517, kty "oct". */
function keyIn(plaintext: Uint8Array): Bytes | undefined {
  const jwk: unknown = JSON.parse(new TextDecoder().decode(plaintext));
  if (typeof jwk !== 'object' || jwk === null || !('kty' in jwk) || !('k' in jwk)) return undefined;
  if (jwk.kty !== 'oct' || typeof jwk.k !== 'string') return undefined;
  const key = Uint8Array.from(Buffer.from(jwk.k, 'base64url'));
  return key.length === contentKeyBytes ? key : undefined;
}
