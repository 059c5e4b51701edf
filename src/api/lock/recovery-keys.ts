import { base64url, calculateJwkThumbprint, exportJWK, generalDecrypt, generateKeyPair, type GeneralJWE } from 'jose';
import { checkNumberOf } from '#domain/lock/check-number.ts';
import type { Bytes } from '#domain/sealing/primitives.ts';
import { isRecord } from '#lib/is-record.ts';

const wrapping = 'ECDH-ES+A256KW';
const keyBytes = 32;

/** A pair for one request; nobody reads the private half out again. */
export async function newAnswerKey() {
  const { publicKey, privateKey } = await generateKeyPair(wrapping, { crv: 'P-256' });
  const { x = '', y = '' } = await exportJWK(publicKey);
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const;
  const thumbprint = await calculateJwkThumbprint(jwk);
  return { publicKey: jwk, key: privateKey, checkNumber: checkNumberOf(Uint8Array.from(base64url.decode(thumbprint))) };
}

/** The key that was sealed to this phone; undefined when it was not, or is none. */
export async function openAnswer(key: object, jwe: unknown): Promise<Bytes | undefined> {
  try {
    const options = { keyManagementAlgorithms: [wrapping], contentEncryptionAlgorithms: ['A256GCM'] };
    const { plaintext } = await generalDecrypt(jwe as GeneralJWE, key as CryptoKey, options);
    const jwk: unknown = JSON.parse(new TextDecoder().decode(plaintext));
    if (!isRecord(jwk) || typeof jwk['k'] !== 'string') return undefined;
    const bytes = Uint8Array.from(base64url.decode(jwk['k']));
    return bytes.length === keyBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}
