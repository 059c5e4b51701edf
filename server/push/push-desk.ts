import { areBrowserKeys, type BrowserKeys } from './encrypt-payload.ts';
import { isPushEndpoint, type PushHosts } from './push-hosts.ts';

export interface PushOffer {
  readonly endpoint: string;
  readonly keys: BrowserKeys;
  readonly vapidPublicKey: string;
}

/** What a browser is told, and what it may ask for. */
export interface PushDesk {
  readonly publicKey: string;
  /** What is wrong with it: a JSON pointer and a code; null for nothing. */
  problemOf(offer: PushOffer): { readonly pointer: string; readonly code: string } | null;
}

export function pushDesk(publicKey: string, hosts: PushHosts): PushDesk {
  return {
    publicKey,
    problemOf: ({ endpoint, keys, vapidPublicKey }) => {
      if (!isPushEndpoint(endpoint, hosts)) return { pointer: '/endpoint', code: 'notPushService' };
      if (!areBrowserKeys(keys)) return { pointer: '/keys', code: 'notKeys' };
      return vapidPublicKey === publicKey ? null : { pointer: '/vapidPublicKey', code: 'otherKey' };
    },
  };
}
