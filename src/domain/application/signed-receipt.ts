import { isRecord } from '#lib/is-record.ts';

/** What an office has put its name to: no personal data, and one hash over everything that was handed in. */
export interface ReceiptClaims {
  readonly issuer: string;
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly serviceId: string;
  readonly receivedAtMs: number;
}

/** A compact JWS (RFC 7515) taken apart, before anybody has looked at its signature. */
export interface SignedReceipt {
  readonly keyId: string;
  readonly claims: ReceiptClaims;
  /** What is signed: header and claims as they were sent, ASCII. */
  readonly signingInput: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

const algorithms = new Set(['EdDSA', 'Ed25519']);
const longestText = 2000;

/** The receipt in a pasted text or in the address that a QR code holds; undefined when there is none. */
export function findReceipt(text: string): string | undefined {
  const [found] = /[\w-]{20,}\.[\w-]{40,}\.[\w-]{86}(?![\w.-])/.exec(text.slice(-longestText).trim()) ?? [];
  return found;
}

/** @returns undefined for what is no receipt of this kind, whoever wrote it */
export function readSignedReceipt(text: string): SignedReceipt | undefined {
  const [head = '', body = '', tail = '', ...more] = text.slice(0, longestText).split('.');
  if (more.length > 0) return undefined;
  const header = readJson(head);
  const claims = readJson(body);
  const signature = bytesOf(tail);
  if (!isRecord(header) || !isRecord(claims) || signature?.byteLength !== 64) return undefined;
  const { alg, kid, typ } = header;
  if (typeof alg !== 'string' || !algorithms.has(alg) || !isText(kid) || typ !== 'receipt+jwt') return undefined;
  const { iss, jti, no, svc, iat } = claims;
  if (!isText(iss) || !isText(jti) || !isText(no) || !isText(svc)) return undefined;
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || iat < 0 || iat > 8_000_000_000) return undefined;
  return {
    keyId: kid,
    claims: { issuer: iss, applicationId: jti, registrationNumber: no, serviceId: svc, receivedAtMs: iat * 1000 },
    signingInput: `${head}.${body}`,
    signature,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200;
}

function readJson(part: string): unknown {
  const bytes = bytesOf(part);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(decodeURIComponent(Array.from(bytes, percent).join('')));
  } catch {
    return undefined;
  }
}

function percent(byte: number): string {
  return `%${byte.toString(16).padStart(2, '0')}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding; undefined for anything else. */
export function bytesOf(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = ((held << 6) | alphabet.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
