import { isRecord } from '#lib/is-record.ts';

/** A compact JWS (RFC 7515) taken apart, before anybody has looked at its signature. */
export interface CompactJws {
  readonly keyId: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** What is signed: header and claims as they were sent, ASCII. */
  readonly signingInput: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

const algorithms = new Set(['EdDSA', 'Ed25519']);
const longestText = 2000;

/** @returns undefined for what is no Ed25519 signature of this type, whoever wrote it */
export function readCompactJws(text: string, type: string): CompactJws | undefined {
  const [head = '', body = '', tail = '', ...more] = text.slice(0, longestText).split('.');
  if (more.length > 0) return undefined;
  const header = readJson(head);
  const claims = readJson(body);
  const signature = bytesOf(tail);
  if (!isRecord(header) || !isRecord(claims) || signature?.byteLength !== 64) return undefined;
  const { alg, kid, typ } = header;
  if (typeof alg !== 'string' || !algorithms.has(alg) || !isShortText(kid) || typ !== type) return undefined;
  return { keyId: kid, claims, signingInput: `${head}.${body}`, signature };
}

export function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200;
}

/** Seconds since 1970, before the year 2223. */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 8_000_000_000;
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
