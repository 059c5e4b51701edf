import type { Bytes } from '#domain/sealing/primitives.ts';
import type { LockPrimitives } from '#domain/lock/primitives.ts';
import { makeInbox, openInbox } from './web-inbox.ts';
import { sealToLock } from './seal-to-lock.ts';
import { cipherFrom, webPrimitives } from '#api/sealing/web-primitives.ts';

/** A lock by WebCrypto. */
export const webLockPrimitives: LockPrimitives = {
  ...webPrimitives,
  makeInbox,
  openInbox,
  sealToLock,

  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),

  async stretch(secret, salt, iterations) {
    const typed = new TextEncoder().encode(secret);
    const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
    const bits: Bytes = new Uint8Array(await crypto.subtle.deriveBits(how, material, 256));
    return bits;
  },

  async mac(key, data) {
    const material = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const made: Bytes = new Uint8Array(await crypto.subtle.sign('HMAC', material, data));
    return made;
  },

  async hold(key) {
    const material = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
    return {
      randomBytes: webPrimitives.randomBytes,
      deriveCipher: (_contentKey, salt, info) => cipherFrom(material, salt, info),
    };
  },
};
