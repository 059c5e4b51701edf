import type { SealToLock } from '#domain/lock/inbox.ts';
import type { Bytes } from '#domain/sealing/primitives.ts';

export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const pointBytes = 65;
/** Each text has a key of its own, made for it by a pair that is used once: no nonce meets a key twice. */
export const cipher = { name: 'AES-GCM', iv: new Uint8Array(12) } as const;
/** Lengths are rounded up, so that they tell less. */
const step = 256;

/** The point of a pair that is used once, and AES-256-GCM under what the two pairs have in common. */
export const sealToLock: SealToLock = async (publicKey, place, text) => {
  const once = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const theirs = await crypto.subtle.importKey('raw', publicKey, curve, false, []);
  const point: Bytes = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
  const key = await sharedKey(once.privateKey, theirs, { point, publicKey, place });
  const padded = text.padEnd(Math.ceil((text.length + 1) / step) * step);
  const sealed = await crypto.subtle.encrypt(cipher, key, new TextEncoder().encode(padded));
  return new Blob([point, sealed]).arrayBuffer();
};

/** ECDH, then HKDF with SHA-256 over both points (salt) and the place (info). */
export async function sharedKey(
  mine: CryptoKey,
  theirs: CryptoKey,
  bound: { readonly point: Bytes; readonly publicKey: Bytes; readonly place: string },
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = await new Blob([bound.point, bound.publicKey]).arrayBuffer();
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(bound.place) };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
