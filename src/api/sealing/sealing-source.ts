import { isSealingKey, isSealingMode, type SealingTerms } from '#domain/sealing/sealing-terms.ts';
import { isRecord } from '#lib/is-record.ts';
import type { HttpClient } from '../http-client.ts';

export type FetchedTerms =
  | { readonly kind: 'ok'; readonly terms: SealingTerms; readonly etag: string | null }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'unknown' };

/** Over the same origin and TLS that the app itself came by: no list can be better proven than the code that reads it. */
export async function fetchSealingTerms(http: HttpClient, etag: string | null): Promise<FetchedTerms> {
  const answer = await http.send(
    {
      method: 'GET',
      target: '/.well-known/public-service-sync',
      headers: etag === null ? {} : { 'If-None-Match': etag },
    },
    new AbortController().signal,
  );
  if (answer.kind === 'silence') return { kind: 'unknown' };
  if (answer.status === 304 && etag !== null) return { kind: 'not-modified' };
  const isOurs = answer.status === 200 && answer.mediaType === 'application/json';
  const terms = isOurs ? readTerms(answer.body) : undefined;
  return terms === undefined ? { kind: 'unknown' } : { kind: 'ok', terms, etag: answer.header('etag') };
}

/** A key of a kind that this release does not know is left out. */
function readTerms(body: unknown): SealingTerms | undefined {
  if (!isRecord(body) || !Array.isArray(body['apiVersions'])) return undefined;
  const sealing = body['sealing'];
  if (sealing === undefined) return { mode: 'off', keys: [] };
  if (!isRecord(sealing) || !isSealingMode(sealing['mode']) || !Array.isArray(sealing['keys'])) return undefined;
  const keys = sealing['keys'].filter(isSealingKey);
  return {
    mode: sealing['mode'],
    keys: keys.map(({ kty, crv, x, y, kid, notBefore, notAfter, recovery }) => ({
      kty,
      crv,
      x,
      y,
      kid,
      notBefore,
      notAfter,
      recovery,
    })),
  };
}
