import { createPublicKey, sign, verify } from 'node:crypto';
import type { PublicReceiptKey, ReceiptKeys } from './receipt-keys.ts';

/** RFC 7515, compact, with Ed25519 (RFC 8037). The same text for the same claims. */
export function compactJws({ signing }: ReceiptKeys, type: string, claims: object): string {
  const input = `${encoded({ alg: 'EdDSA', typ: type, kid: signing.kid })}.${encoded(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), signing.key).toString('base64url')}`;
}

/** The claims of a text that one of these keys has signed as this type; undefined for anything else. */
export function readCompactJws(published: readonly PublicReceiptKey[], type: string, text: string): unknown {
  const [head = '', body = '', tail = '', ...more] = text.split('.');
  if (more.length > 0) return undefined;
  const header = decoded(head);
  if (typeof header !== 'object' || header === null) return undefined;
  const { typ, kid } = { typ: undefined, kid: undefined, ...header };
  const known = published.find((one) => one.kid === kid);
  if (known === undefined || typ !== type) return undefined;
  const { kty, crv, x } = known;
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  const holds = verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(tail, 'base64url'));
  return holds ? decoded(body) : undefined;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
