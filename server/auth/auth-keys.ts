import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from '../secret-files/secret-file.ts';

/** What a key is used for; what is made with one is worth nothing to another. */
export type KeyUse =
  | 'token'
  | 'code'
  | 'number'
  | 'address'
  | 'flow'
  | 'claim'
  | 'ticket'
  | 'nik'
  | 'lookup'
  | 'survey'
  | 'upload';

export interface AuthKeys {
  /** HMAC-SHA256 over the parts, base64url. The parts can't run into one another. */
  mac(use: KeyUse, ...parts: readonly string[]): string;
}

/** @param secret at least 128 bits of chance, in any writing */
export function authKeysOf(secret: string): AuthKeys {
  const keyOf = (use: KeyUse) => createHmac('sha256', secret).update(`ajukan ${use}`).digest();
  const keys = {
    token: keyOf('token'),
    code: keyOf('code'),
    number: keyOf('number'),
    address: keyOf('address'),
    flow: keyOf('flow'),
    claim: keyOf('claim'),
    ticket: keyOf('ticket'),
    nik: keyOf('nik'),
    lookup: keyOf('lookup'),
    survey: keyOf('survey'),
    upload: keyOf('upload'),
  };
  return {
    mac: (use, ...parts) => createHmac('sha256', keys[use]).update(JSON.stringify(parts)).digest('base64url'),
  };
}

export function sameMac(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const fileName = 'auth-secret';
const secretBytes = 32;
/** Shorter ones can be guessed by who has a copy of the database. */
export const shortestSecret = 32;

/**
 * The secret of a data folder, made by chance at the first start, in a file that only its owner can read; undefined
 * when the file is something else. It lies beside the database and not in it: a copy of the database alone signs
 * nobody in.
 */
export function ownSecret(dataDir: string): string | undefined {
  try {
    const chance = (): string => `${randomBytes(secretBytes).toString('base64url')}\n`;
    const secret = readOrCreateSecret(join(dataDir, fileName), chance).trim();
    return secret.length >= shortestSecret ? secret : undefined;
  } catch {
    // What can't be read is no secret: it is said so, and never written over.
    return undefined;
  }
}
