import type { DeskAnswer } from '#domain/desk/desk-trouble.ts';

interface PaperBytes {
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
}

const paperTypes = new Set(['image/png', 'image/jpeg', 'image/webp', 'application/pdf']);
/** No paper of the contract is larger. */
const largestPaperBytes = 32 * 1024 * 1024;
const patienceMs = 60_000;
const usualRetryMs = 5_000;

/** Bytes of a paper, with the session of the page; into memory and no cache. http-client.ts reads JSON alone. */
export async function fetchPaper(
  documentId: string,
  doFetch: typeof fetch = (input, init) => fetch(input, init),
): Promise<DeskAnswer<PaperBytes>> {
  try {
    const response = await doFetch(`/v1/documents/${encodeURIComponent(documentId)}/content`, {
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patienceMs),
    });
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
    if (response.status !== 200 || !paperTypes.has(mediaType)) {
      await response.body?.cancel();
      return troubleOf(response.status, mediaType);
    }
    const bytes = await response.arrayBuffer();
    const fits = bytes.byteLength > 0 && bytes.byteLength <= largestPaperBytes;
    return fits ? { kind: 'ok', value: { bytes, mediaType } } : { kind: 'offline' };
  } catch {
    return { kind: 'offline' };
  }
}

/** A page of somebody in between is no answer of the office. */
function troubleOf(status: number, mediaType: string): DeskAnswer<never> {
  if (status === 429 || status === 503) return { kind: 'busy', retryAfterMs: usualRetryMs };
  if (mediaType !== 'application/problem+json') return { kind: 'offline' };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'not-allowed' };
  if (status === 404) return { kind: 'gone' };
  return status >= 500 ? { kind: 'offline' } : { kind: 'refused', status, problem: null, detail: null };
}
