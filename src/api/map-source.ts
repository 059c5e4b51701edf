import { type MapOffer, readMapOffer } from '#domain/map/map-offer.ts';
import { isRecord } from '#lib/is-record.ts';
import type { HttpClient } from './http-client.ts';

const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/webp']);
const largestPictureBytes = 512 * 1024;
const patienceMs = 10_000;

export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
}

/** The office's map. Fetches by itself: http-client.ts reads JSON alone and is loaded by every start. */
export function createMapSource(http: HttpClient, doFetch: typeof fetch = (input, init) => fetch(input, init)) {
  return {
    /** Null: the office says that it has none. Undefined for silence. */
    async fetchOffer(): Promise<MapOffer | null | undefined> {
      try {
        const target = '/.well-known/public-service-sync';
        const answer = await http.send({ method: 'GET', target }, AbortSignal.timeout(patienceMs));
        if (answer.kind !== 'answer' || answer.status !== 200 || !isRecord(answer.body)) return undefined;
        return Array.isArray(answer.body['apiVersions']) ? readMapOffer(answer.body['map']) : undefined;
      } catch {
        return undefined;
      }
    },

    /**
     * Null for silence and for no such picture. Without the session, so that nobody's name is beside where they looked,
     * and past the browser's own cache, from which it could not be taken away again.
     */
    async fetchTile(path: string): Promise<Picture | null> {
      try {
        const response = await doFetch(path, {
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.timeout(patienceMs),
        });
        const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
        if (response.status !== 200 || !pictureTypes.has(mediaType)) {
          await response.body?.cancel();
          return null;
        }
        const bytes = await response.arrayBuffer();
        return bytes.byteLength > 0 && bytes.byteLength <= largestPictureBytes ? { bytes, mediaType } : null;
      } catch {
        return null;
      }
    },
  };
}
