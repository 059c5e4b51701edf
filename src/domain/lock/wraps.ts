/**
 * The vault key: 32 random bytes for one account on one phone. It lies on the phone only wrapped, once for each way in,
 * and everything of the account is sealed under it, each item with a key of its own (domain/sealing/frames.ts).
 */
import type { Bytes } from '#domain/sealing/primitives.ts';
import { openBytes, sealBytes } from '#domain/sealing/seal-bytes.ts';
import { type LockRow, type LockWay, type ShareAddress, type Wrap, wayOf } from './lock-row.ts';
import type { LockPrimitives } from './primitives.ts';

/** What OWASP asks of PBKDF2-SHA-256 (2023). Stored with each wrap, so that a later release may ask for more. */
export const stretchIterations = 600_000;
export const vaultKeyBytes = 32;
const saltBytes = 32;

/** What a person or their authenticator brings. `output`: 32 bytes of the passkey's pseudo-random function. */
export type Secret =
  | { readonly way: 'pin' | 'passphrase'; readonly text: string }
  | { readonly way: 'office-pin'; readonly text: string; readonly share: Bytes; readonly address: ShareAddress }
  | { readonly way: 'passkey'; readonly output: Bytes; readonly salt: Bytes; readonly credentialId: Bytes };

type Names = Pick<LockRow, 'lockId' | 'owner'>;

/** @param iterations for tests only: a person's is `stretchIterations` */
export async function wrapKey(
  primitives: LockPrimitives,
  names: Names,
  vaultKey: Bytes,
  secret: Secret,
  iterations = stretchIterations,
): Promise<Wrap> {
  if (secret.way === 'passkey') {
    const { way, output, salt, credentialId } = secret;
    return { way, salt, iterations: 0, credentialId, sealed: await seal(primitives, names, way, output, vaultKey) };
  }
  const salt = primitives.randomBytes(saltBytes);
  const key = await primitives.stretch(tidySecret(secret.text), salt, iterations);
  if (secret.way === 'office-pin') {
    const both = await withShare(primitives, key, secret.share);
    const sealed = await seal(primitives, names, secret.way, both, vaultKey);
    return { way: 'pin', salt, iterations, share: secret.address, sealed };
  }
  return { way: secret.way, salt, iterations, sealed: await seal(primitives, names, secret.way, key, vaultKey) };
}

/** The vault key; undefined when this is not the secret of this wrap. */
export async function unwrapKey(
  primitives: LockPrimitives,
  names: Names,
  wrap: Wrap,
  secret: Secret,
): Promise<Bytes | undefined> {
  const way = wayOf(wrap);
  if (secret.way !== way) return undefined;
  return openBytes(primitives, await keyOf(primitives, wrap, secret), wrapInfo(primitives, names, way), wrap.sealed);
}

/** What the office is shown for its share. Whoever has neither the PIN nor the salt can make it from nothing else. */
export async function proofOfPin(primitives: LockPrimitives, { salt, iterations }: Wrap, pin: string): Promise<Bytes> {
  const key = await primitives.stretch(tidySecret(pin), salt, iterations);
  return primitives.mac(key, primitives.encode('ajukan-lock-1 proof'));
}

async function keyOf(primitives: LockPrimitives, { salt, iterations }: Wrap, secret: Secret): Promise<Bytes> {
  if (secret.way === 'passkey') return secret.output;
  const key = await primitives.stretch(tidySecret(secret.text), salt, iterations);
  return secret.way === 'office-pin' ? withShare(primitives, key, secret.share) : key;
}

function withShare({ mac }: LockPrimitives, stretched: Bytes, share: Bytes): Promise<Bytes> {
  return mac(share, stretched);
}

/** Opens under this vault key and under no other: what comes back from a recovery is held against it. */
export function sealCheck(primitives: LockPrimitives, names: Names, vaultKey: Bytes): Promise<Bytes> {
  return seal(primitives, names, 'check', vaultKey, primitives.encode('ajukan-lock-1'));
}

export async function isChecked(
  primitives: LockPrimitives,
  names: Names,
  vaultKey: Bytes,
  check: Bytes,
): Promise<boolean> {
  return (await openBytes(primitives, vaultKey, wrapInfo(primitives, names, 'check'), check)) !== undefined;
}

/** A keyboard may put capitals and spaces where nobody meant any. */
export function tidySecret(text: string): string {
  return text.trim().toLowerCase().split(/\s+/u).join(' ');
}

function seal(
  primitives: LockPrimitives,
  names: Names,
  way: LockWay | 'check',
  key: Bytes,
  vaultKey: Bytes,
): Promise<Bytes> {
  return sealBytes(primitives, key, wrapInfo(primitives, names, way), vaultKey);
}

function wrapInfo({ encode }: LockPrimitives, { lockId, owner }: Names, way: LockWay | 'check'): Bytes {
  return encode(JSON.stringify(['ajukan-lock-1', lockId, owner, 'wrap', way]));
}
