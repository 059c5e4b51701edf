import { isRecord } from '#lib/is-record.ts';

/** What the tripwire remembers outside of the store. No personal data. */
export interface Mark {
  readonly deviceId: string;
  readonly lastSequence: number;
  readonly waitingCount: number;
  /** The newest of several marks has the highest. */
  readonly epoch: number;
}

/** One place that outlives, or does not share, the store's fate. */
export interface MarkKeeper {
  readonly name: string;
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

export async function readMark(keeper: MarkKeeper): Promise<Mark | undefined> {
  try {
    const value: unknown = JSON.parse((await keeper.read()) ?? 'null');
    return isMark(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMark(value: unknown): value is Mark {
  return (
    isRecord(value) &&
    typeof value['deviceId'] === 'string' &&
    Number.isInteger(value['lastSequence']) &&
    Number.isInteger(value['waitingCount']) &&
    Number.isInteger(value['epoch'])
  );
}

const cacheName = 'ajukan-mark';
const cacheKey = '/.ajukan-mark';

/** In the page and in the service worker. */
export function cacheMark(caches: CacheStorage): MarkKeeper {
  return {
    name: 'cache',
    async read() {
      const response = await (await caches.open(cacheName)).match(cacheKey);
      return response === undefined ? null : await response.text();
    },
    async write(text) {
      await (await caches.open(cacheName)).put(cacheKey, new Response(text));
    },
  };
}

/** In the page only: give it localStorage. */
export function textMark(storage: {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}): MarkKeeper {
  return {
    name: 'local-storage',
    read: () => Promise.resolve(storage.getItem(cacheName)),
    write(text) {
      storage.setItem(cacheName, text);
      return Promise.resolve();
    },
  };
}

const cookieAgeSeconds = 400 * 24 * 60 * 60;

/**
 * In the page only: give it document. Cookies do not tell ports apart, so the port is in the name; else two
 * installations on one machine would report each other's data as lost.
 */
export function cookieMark(
  jar: { cookie: string },
  place: { readonly port: string; readonly protocol: string },
): MarkKeeper {
  const name = `ajukan-mark${place.port === '' ? '' : `-${place.port}`}`;
  const secure = place.protocol === 'https:' ? '; Secure' : '';
  return {
    name: 'cookie',
    read() {
      const pair = jar.cookie.split('; ').find((candidate) => candidate.startsWith(`${name}=`));
      return Promise.resolve(pair === undefined ? null : decodeURIComponent(pair.slice(name.length + 1)));
    },
    write(text) {
      jar.cookie = `${name}=${encodeURIComponent(text)}; Path=/; Max-Age=${String(cookieAgeSeconds)}; SameSite=Strict${secure}`;
      return Promise.resolve();
    },
  };
}
