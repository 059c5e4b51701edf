import type { Bytes, FrameCipher, SealPrimitives } from '#domain/sealing/primitives.ts';

/** Sealing by WebCrypto: keys can't be read out again by a script. */
export const webPrimitives: SealPrimitives = {
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),

  async deriveCipher(contentKey, salt, info) {
    return cipherFrom(await crypto.subtle.importKey('raw', contentKey, 'HKDF', false, ['deriveKey']), salt, info);
  },
};

/** @param material a key for HKDF */
export async function cipherFrom(material: CryptoKey, salt: Bytes, info: Bytes): Promise<FrameCipher> {
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return {
    encrypt: async (iv, plain) => new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)),
    decrypt: (iv, sealed) =>
      crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed).then(
        (plain) => new Uint8Array(plain),
        () => undefined,
      ),
  };
}
