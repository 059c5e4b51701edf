import { type AuthKeys, sameMac } from './auth-keys.ts';

/** `chain`: the cookie of a browser, or the refresh token of another client. `access`: for ten minutes of requests. */
export type TokenKind = 'chain' | 'access';

export interface SessionToken {
  readonly kind: TokenKind;
  readonly sessionId: string;
  /** chain: its generation; access: when it ends, in milliseconds. */
  readonly number: number;
}

const shape = /^(chain|access)\.([\w-]{1,64})\.(\d{1,15})\.([\w-]{43})$/;

/**
 * A token names its session and carries a MAC of 256 bits. It is the same each time it is made, so that who asks again
 * after a lost answer gets the same one; and one of any age is known for ours without being kept.
 */
export function sealToken(keys: AuthKeys, { kind, sessionId, number }: SessionToken): string {
  return `${kind}.${sessionId}.${number}.${keys.mac('token', kind, sessionId, String(number))}`;
}

/** @returns null for whatever is not a token of ours */
export function openToken(keys: AuthKeys, text: string): SessionToken | null {
  const [, kind, sessionId, number, mac] = shape.exec(text) ?? [];
  if ((kind !== 'chain' && kind !== 'access') || sessionId === undefined || mac === undefined) return null;
  if (!sameMac(mac, keys.mac('token', kind, sessionId, number ?? ''))) return null;
  return { kind, sessionId, number: Number(number) };
}
