import { findReceipt, readSignedReceipt, type ReceiptClaims } from '#domain/application/signed-receipt.ts';
import { bytesOf } from '#domain/signing/compact-jws.ts';

/** An office's public key: Ed25519, 32 bytes in base64url. */
export interface ReceiptKey {
  readonly kid: string;
  readonly x: string;
}

export type ReceiptCheck =
  /** Signed by the office of this app, and not a letter changed since. */
  | { readonly kind: 'genuine'; readonly claims: ReceiptClaims }
  /** There is no receipt in the text. */
  | { readonly kind: 'no-receipt' }
  /** The signature does not belong to these words. */
  | { readonly kind: 'forged' }
  /** Signed with a key that the office does not name, or not any more. */
  | { readonly kind: 'unknown-key'; readonly issuer: string }
  /** The keys were never fetched on this phone, and can't be now. */
  | { readonly kind: 'signal-needed' };

export interface ReceiptsMenu {
  /** Works without signal once the keys were fetched; an unknown key asks the office again. */
  check(text: string): Promise<ReceiptCheck>;
  /** Keeps the keys for times without signal. */
  refresh(): Promise<void>;
}

export interface ReceiptsPorts {
  readonly store: {
    readKeys(): Promise<readonly ReceiptKey[]>;
    keepKeys(keys: readonly ReceiptKey[]): Promise<void>;
  };
  /** Null when the office can't be reached, or does not sign. */
  readonly fetchKeys: () => Promise<readonly ReceiptKey[] | null>;
  /** RFC 8032; never rejects. */
  readonly verify: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => Promise<boolean>;
}

export function createReceiptsMenu({ store, fetchKeys, verify }: ReceiptsPorts): ReceiptsMenu {
  async function refresh(): Promise<readonly ReceiptKey[] | null> {
    const keys = await fetchKeys();
    if (keys !== null) await store.keepKeys(keys);
    return keys;
  }

  return {
    async refresh() {
      await refresh();
    },
    async check(text) {
      const receipt = readSignedReceipt(findReceipt(text) ?? '');
      if (receipt === undefined) return { kind: 'no-receipt' };
      const named = (keys: readonly ReceiptKey[]) => keys.find(({ kid }) => kid === receipt.keyId);
      const kept = await store.readKeys();
      const fetched = named(kept) === undefined ? await refresh() : null;
      const key = named(kept) ?? named(fetched ?? []);
      if (key === undefined) {
        return kept.length === 0 && fetched === null
          ? { kind: 'signal-needed' }
          : { kind: 'unknown-key', issuer: receipt.claims.issuer };
      }
      const publicKey = bytesOf(key.x);
      const message = new TextEncoder().encode(receipt.signingInput);
      if (publicKey === undefined || !(await verify(receipt.signature, message, publicKey))) return { kind: 'forged' };
      return { kind: 'genuine', claims: receipt.claims };
    },
  };
}
