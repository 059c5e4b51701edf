import { isMoment, isShortText, readCompactJws } from '#domain/signing/compact-jws.ts';

/** What a phone is told to do. Obeyed only where it is signed, for this phone, and for what the phone has just asked. */
export interface DeviceOrder {
  readonly id: string;
  readonly deviceId: string;
  readonly action: 'sign-out' | 'wipe';
  /** Sealed ones that were never sent: kept, or deleted as well. */
  readonly unsent: 'keep-sealed' | 'delete';
  /** Whose data it is about; null: everybody's. */
  readonly accountId: string | null;
  readonly by: 'person' | 'office';
  readonly orderedAtMs: number;
  readonly nonce: string;
}

export interface SignedOrder {
  readonly order: DeviceOrder;
  readonly keyId: string;
  readonly signingInput: string;
  readonly signature: Uint8Array;
}

/** @returns undefined for what is no order of this kind, whoever wrote it */
export function readSignedOrder(text: string): SignedOrder | undefined {
  const jws = readCompactJws(text, 'device-order+jwt');
  if (jws === undefined) return undefined;
  const { dev, jti, act, unsent, acc, by, iat, nonce } = jws.claims;
  if (!isShortText(dev) || !isShortText(jti) || !isShortText(nonce) || !isMoment(iat)) return undefined;
  if (act !== 'sign-out' && act !== 'wipe') return undefined;
  if (unsent !== 'keep-sealed' && unsent !== 'delete') return undefined;
  if (by !== 'person' && by !== 'office') return undefined;
  // An order for everybody's data says so; one that has lost its account is none.
  if (acc !== null && !isShortText(acc)) return undefined;
  const { keyId, signingInput, signature } = jws;
  const order: DeviceOrder = {
    id: jti,
    deviceId: dev,
    action: act,
    unsent,
    accountId: acc,
    by,
    orderedAtMs: iat * 1000,
    nonce,
  };
  return { order, keyId, signingInput, signature };
}
