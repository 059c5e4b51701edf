import type { ConnectionKind } from '#sync/connection-kind.ts';

/** Not in TypeScript's DOM: https://wicg.github.io/netinfo/. Firefox, Safari and Chromium on a desk don't tell the type. */
interface NetworkInformation extends EventTarget {
  readonly type?: string;
}

/** In a page and in a worker. 'unknown' where the browser doesn't say. */
export function connectionKind(): ConnectionKind {
  switch (information()?.type) {
    case 'wifi':
    case 'ethernet':
      return 'wifi';
    case 'cellular':
    case 'wimax':
    case 'bluetooth':
      return 'mobile';
    default:
      return 'unknown';
  }
}

export function onConnectionChange(changed: () => void): () => void {
  const connection = information();
  connection?.addEventListener('change', changed);
  return () => connection?.removeEventListener('change', changed);
}

function information(): NetworkInformation | undefined {
  return hasInformation(navigator) ? navigator.connection : undefined;
}

function hasInformation(browser: object): browser is { readonly connection?: NetworkInformation } {
  return 'connection' in browser;
}
