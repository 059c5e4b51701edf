import { isMoment, isShortText, readCompactJws } from '#domain/signing/compact-jws.ts';

/** What an office has put its name to: no personal data, and one hash over everything that was handed in. */
export interface ReceiptClaims {
  readonly issuer: string;
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly serviceId: string;
  readonly receivedAtMs: number;
}

/** Taken apart, before anybody has looked at its signature. */
export interface SignedReceipt {
  readonly keyId: string;
  readonly claims: ReceiptClaims;
  /** What is signed: header and claims as they were sent, ASCII. */
  readonly signingInput: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

const longestText = 2000;

/** The receipt in a pasted text or in the address that a QR code holds; undefined when there is none. */
export function findReceipt(text: string): string | undefined {
  const [found] = /[\w-]{20,}\.[\w-]{40,}\.[\w-]{86}(?![\w.-])/.exec(text.slice(-longestText).trim()) ?? [];
  return found;
}

/** @returns undefined for what is no receipt of this kind, whoever wrote it */
export function readSignedReceipt(text: string): SignedReceipt | undefined {
  const jws = readCompactJws(text, 'receipt+jwt');
  if (jws === undefined) return undefined;
  const { iss, jti, no, svc, iat } = jws.claims;
  if (!isShortText(iss) || !isShortText(jti) || !isShortText(no) || !isShortText(svc) || !isMoment(iat))
    return undefined;
  const { keyId, signingInput, signature } = jws;
  return {
    keyId,
    claims: { issuer: iss, applicationId: jti, registrationNumber: no, serviceId: svc, receivedAtMs: iat * 1000 },
    signingInput,
    signature,
  };
}
