import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK } from 'jose';
import { z } from 'zod';
import { readOrCreateSecret } from '../secret-files/secret-file.ts';

const fileName = 'backend-token-keys.json';

/** RFC 8037. The first key of the list signs; the others are only told, until the last token made with them is over. */
const KeyList = z
  .array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      kid: z.string().min(1).max(40),
      x: z.string().regex(/^[\w-]{43}$/),
      d: z
        .string()
        .regex(/^[\w-]{43}$/)
        .optional(),
    }),
  )
  .min(1)
  .refine(([first]) => first?.d !== undefined);

export interface BackendKeys {
  readonly signing: { readonly kid: string; readonly key: CryptoKey | Uint8Array };
  /** RFC 7517, without secrets. */
  readonly published: { readonly keys: readonly Readonly<Record<string, string>>[] };
}

/** A new list with one key, as text for the file. */
export async function newBackendKeys(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x = '', d = '' } = await exportJWK(privateKey);
  return `${JSON.stringify([{ kty: 'OKP', crv: 'Ed25519', kid: x.slice(0, 8), x, d }])}\n`;
}

/** What tokens for the backend are signed with: made at the first start, for its owner only. Undefined: spoilt. */
export async function ownBackendKeys(dataDir: string): Promise<BackendKeys | undefined> {
  const fresh = await newBackendKeys();
  try {
    const keys = KeyList.parse(JSON.parse(readOrCreateSecret(join(dataDir, fileName), () => fresh)));
    const [first] = keys;
    if (first === undefined) return undefined;
    return {
      signing: { kid: first.kid, key: await importJWK({ ...first, d: first.d ?? '' }, 'EdDSA') },
      published: {
        keys: keys.map(({ kty, crv, kid, x }) => ({ kty, crv, kid, x, alg: 'EdDSA', use: 'sig' })),
      },
    };
  } catch {
    return undefined;
  }
}
