import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readOrCreateSecret } from '../secret-files/secret-file.ts';

/** RFC 8037. The first key of a list signs; the others are only told, so that older receipts go on holding. */
const PrivateKeys = z
  .array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      kid: z.string().regex(/^[\w-]{1,40}$/),
      x: z.string().regex(/^[\w-]{43}$/),
      /** Left out in a key that signs no more. */
      d: z
        .string()
        .regex(/^[\w-]{43}$/)
        .optional(),
    }),
  )
  .min(1);

export interface PublicReceiptKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  /** The public key, 32 bytes in base64url. */
  readonly x: string;
}

export interface ReceiptKeys {
  readonly signing: { readonly kid: string; readonly key: KeyObject };
  readonly published: readonly PublicReceiptKey[];
}

/** @returns undefined when the text is not a JSON list of keys of which the first can sign */
export function parseReceiptKeys(text: string): ReceiptKeys | undefined {
  try {
    const keys = PrivateKeys.parse(JSON.parse(text));
    const [first] = keys;
    if (first?.d === undefined || new Set(keys.map(({ kid }) => kid)).size < keys.length) return undefined;
    const { kty, crv, x, d, kid } = first;
    const key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    return {
      signing: { kid, key },
      published: keys.map((each) => ({ kty: each.kty, crv: each.crv, kid: each.kid, x: each.x })),
    };
  } catch {
    return undefined;
  }
}

/** A new list with one key, as text for the file or the variable. */
export function newReceiptKeys(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  return `${JSON.stringify([{ kty: 'OKP', crv: 'Ed25519', kid: x.slice(0, 8), x, d }])}\n`;
}

/** The keys of a data folder, made at the first start in a file for its owner only; undefined when the file is something else. */
export function ownReceiptKeys(dataDir: string): ReceiptKeys | undefined {
  return parseReceiptKeys(readOrCreateSecret(join(dataDir, 'receipt-keys.json'), newReceiptKeys));
}
