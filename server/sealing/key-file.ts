import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { createSecret, readSecret, replaceSecret } from '../secret-files/secret-file.ts';

export const keyAlgorithm = 'ECDH-ES+A256KW';

const PublicJwk = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });
const times = { notBefore: z.iso.datetime(), notAfter: z.iso.datetime() };

/** A key of the office stays in the file after it is retired: phones may hold what was sealed to it for months. */
const KeyFile = z.object({
  office: z.array(
    z.object({
      kid: z.string(),
      ...times,
      retiredAt: z.iso.datetime().optional(),
      jwk: z.looseObject({ ...PublicJwk.shape, d: z.string() }),
    }),
  ),
  /** Public halves only: the private ones never come near the server. */
  recovery: z.array(z.strictObject({ kid: z.string(), ...times, jwk: z.strictObject(PublicJwk.shape) })),
});
export type KeyFile = z.output<typeof KeyFile>;
export type OfficeKey = KeyFile['office'][number];
export type RecoveryKey = KeyFile['recovery'][number];

export const keyFileName = 'sealing-keys.json';
const dayMs = 24 * 60 * 60 * 1000;
const lifeDays = 365;

/** 'missing' where there is none, 'unreadable' when the file is something else. */
export function readKeyFile(path: string): KeyFile | 'missing' | 'unreadable' {
  try {
    const text = readSecret(path);
    return text === undefined ? 'missing' : (KeyFile.safeParse(JSON.parse(text)).data ?? 'unreadable');
  } catch {
    return 'unreadable';
  }
}

/** For its owner only, and whole or not at all. */
export function writePrivately(path: string, content: KeyFile | OfficeKey): void {
  replaceSecret(path, textOf(content));
}

/** False when somebody else has made the file in the meantime: theirs stays. */
export function createPrivately(path: string, content: KeyFile | OfficeKey): boolean {
  return createSecret(path, textOf(content));
}

function textOf(content: KeyFile | OfficeKey): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A new pair of P-256, valid from now for a year. */
export async function newKeyPair(nowMs: number): Promise<OfficeKey> {
  const { privateKey } = await generateKeyPair(keyAlgorithm, { crv: 'P-256', extractable: true });
  const jwk = KeyFile.shape.office.element.shape.jwk.parse(await exportJWK(privateKey));
  return {
    kid: await calculateJwkThumbprint(publicHalf(jwk)),
    notBefore: new Date(nowMs).toISOString(),
    notAfter: new Date(nowMs + lifeDays * dayMs).toISOString(),
    jwk,
  };
}

export function publicHalf({ kty, crv, x, y }: OfficeKey['jwk'] | RecoveryKey['jwk']): RecoveryKey['jwk'] & JWK {
  return { kty, crv, x, y };
}

export function isRecoveryKey(value: unknown): value is RecoveryKey {
  return KeyFile.shape.recovery.element.safeParse(value).success;
}

/** Of somebody's own file: an office key or the private half of a recovery key. */
export function privateKeysIn(value: unknown): readonly OfficeKey[] {
  const file = KeyFile.safeParse(value);
  if (file.success) return file.data.office;
  const one = KeyFile.shape.office.element.safeParse(value);
  return one.success ? [one.data] : [];
}
