import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { readOrCreateSecret } from '../secret-files/secret-file.ts';

const part = z.string().regex(/^[\w-]{43}$/);
const PrivateKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: part, y: part, d: part });

/** The office's own, by which a push service knows that it is the office who sends (RFC 8292). */
export interface PushKeys {
  /** Uncompressed point in base64url, as browsers take it. */
  readonly publicKey: string;
  /** The Authorization header for a push service's origin, good for some hours. */
  authorization(audience: string, subject: string, nowMs: number): Promise<string>;
}

/** RFC 8292 allows a day. */
const lifetimeSeconds = 12 * 60 * 60;

/** @returns undefined when the text is not one private JWK of P-256 */
export function parsePushKeys(text: string): PushKeys | undefined {
  const read = PrivateKey.safeParse(jsonOf(text));
  if (!read.success) return undefined;
  const { x, y } = read.data;
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  const publicKey = Buffer.concat(point).toString('base64url');
  const jwk: JWK = read.data;
  return {
    publicKey,
    authorization: async (audience, subject, nowMs) => {
      const token = await new SignJWT({ aud: audience, sub: subject })
        .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
        .setExpirationTime(Math.floor(nowMs / 1000) + lifetimeSeconds)
        .sign(await importJWK(jwk, 'ES256'));
      return `vapid t=${token}, k=${publicKey}`;
    },
  };
}

export function newPushKeys(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`;
}

/** Of a data folder, made at the first start in a file for its owner only; undefined when the file is something else. */
export function ownPushKeys(dataDir: string): PushKeys | undefined {
  return parsePushKeys(readOrCreateSecret(join(dataDir, 'push-keys.json'), newPushKeys));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
