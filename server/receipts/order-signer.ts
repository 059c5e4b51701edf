import { z } from 'zod';
import { compactJws, readCompactJws } from './compact-jws.ts';
import type { ReceiptKeys } from './receipt-keys.ts';
import type { DeviceOrder } from '../stores/device-store.ts';

/** Orders that a phone obeys only because this office has signed them, for it and for what it has just asked. */
export interface OrderSigner {
  sign(order: DeviceOrder, nonce: string): string;
  /** Which order the text is; null when this office has not signed it. */
  read(text: string): { readonly id: string; readonly deviceId: string } | null;
}

const type = 'device-order+jwt';
const Claims = z.object({ jti: z.string(), dev: z.string() });

/** @param issuer scheme and host that people know the office by */
export function orderSigner(keys: ReceiptKeys, issuer: string): OrderSigner {
  return {
    sign: ({ id, deviceId, action, unsent, accountId, by, orderedAtMs }, nonce) =>
      compactJws(keys, type, {
        iss: issuer,
        dev: deviceId,
        jti: id,
        act: action,
        unsent,
        acc: accountId,
        by,
        iat: Math.floor(orderedAtMs / 1000),
        nonce,
      }),
    read: (text) => {
      const claims = Claims.safeParse(readCompactJws(keys.published, type, text));
      return claims.success ? { id: claims.data.jti, deviceId: claims.data.dev } : null;
    },
  };
}
