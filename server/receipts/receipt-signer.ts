import type { StoredApplication } from '../stores/application-store.ts';
import { compactJws } from './compact-jws.ts';
import type { PublicReceiptKey, ReceiptKeys } from './receipt-keys.ts';

/** Receipts that hold without asking the office: a compact JWS (RFC 7515) with Ed25519 (RFC 8037). */
export interface ReceiptSigner {
  /** The same text for the same application, however often; null until the office has all of it. */
  sign(application: StoredApplication): string | null;
  readonly published: readonly PublicReceiptKey[];
}

/** @param issuer scheme and host that people know the office by */
export function receiptSigner(keys: ReceiptKeys, issuer: string): ReceiptSigner {
  return {
    published: keys.published,
    sign: (application) => {
      if (application.documents.some(({ verified }) => !verified)) return null;
      return compactJws(keys, 'receipt+jwt', {
        iss: issuer,
        jti: application.id,
        no: application.registrationNumber,
        svc: application.serviceId,
        iat: Math.floor(application.receivedAtMs / 1000),
        // Of the whole body in its RFC 8785 form, and so of the hash of every paper: nothing personal, and all of it.
        sha256: Buffer.from(application.bodyHash, 'hex').toString('base64url'),
      });
    },
  };
}
