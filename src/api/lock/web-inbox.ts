import type { InboxPair, OpenFromInbox } from '#domain/lock/inbox.ts';
import { cipher, curve, pointBytes, sharedKey } from './seal-to-lock.ts';

/** The pair of a new lock; its private half is to be sealed at once. */
export async function makeInbox(): Promise<InboxPair> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

export async function openInbox({ publicKey, privateKey }: InboxPair): Promise<OpenFromInbox> {
  const mine = await crypto.subtle.importKey('pkcs8', privateKey, curve, false, ['deriveBits']);
  return async (place, sealed) => {
    const point = new Uint8Array(sealed.slice(0, pointBytes));
    try {
      const theirs = await crypto.subtle.importKey('raw', point, curve, false, []);
      const key = await sharedKey(mine, theirs, { point, publicKey, place });
      return new TextDecoder().decode(await crypto.subtle.decrypt(cipher, key, sealed.slice(pointBytes)));
    } catch {
      // No point of the curve, or other bytes than were sealed.
      return undefined;
    }
  };
}
