import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { tagBytes } from '#domain/sealing/frames.ts';
import type { SealPrimitives } from '#domain/sealing/primitives.ts';

const cipherName = 'aes-256-gcm';

/** Sealing by OpenSSL: a second maker of the same bytes beside the phone's WebCrypto. */
export const nodePrimitives: SealPrimitives = {
  randomBytes: (count) => Uint8Array.from(randomBytes(count)),

  deriveCipher: async (contentKey, salt, info) => {
    const key = new Uint8Array(hkdfSync('sha256', contentKey, salt, info, 32));
    return {
      encrypt: async (nonce, plain) => {
        const cipher = createCipheriv(cipherName, key, nonce);
        return Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
      },
      decrypt: async (nonce, sealed) => {
        const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagBytes });
        decipher.setAuthTag(sealed.subarray(-tagBytes));
        try {
          return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]));
        } catch {
          return undefined;
        }
      },
    };
  },
};
