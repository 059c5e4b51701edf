/** Of one hop only (RFC 9110, section 7.6.1), of the browser and its session, or what fetch says by itself. */
const notCarried: ReadonlySet<string> = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'origin',
  'proxy-authorization',
  'proxy-connection',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Of the backend's answer: what is of one hop, of another origin's policy, or would sign somebody in there. */
const notGiven: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'keep-alive',
  'proxy-authenticate',
  'server',
  'set-cookie',
  'strict-transport-security',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export interface Carried {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | ArrayBuffer | null;
  /** Null for who has no session. */
  readonly token: string | null;
  /** Of the person's network, for the backend's own limits and its log. */
  readonly address: string;
}

export type Carry = (request: Carried) => Promise<Response | null>;

/**
 * Takes a request to the backend and its answer back.
 * @param patienceMs how long the head of an answer may take
 * @returns null for no answer, a broken one and a redirect: nobody but the backend answers for it
 */
export function carrier(backend: URL, patienceMs: number, doFetch: typeof fetch = fetch): Carry {
  return async ({ method, path, headers, body, token, address }) => {
    const url = new URL(path, backend);
    if (url.origin !== backend.origin) return null;
    const waiting = new AbortController();
    const late = setTimeout(() => {
      waiting.abort();
    }, patienceMs);
    // The whole of a large paper on a slow line takes its time; the clock runs once the backend has the request.
    if (body instanceof ReadableStream) clearTimeout(late);
    try {
      const answer = await doFetch(url, {
        method,
        headers: carriedHeaders(headers, body instanceof ReadableStream, token, address),
        body,
        redirect: 'manual',
        signal: waiting.signal,
        ...(body === null ? {} : { duplex: 'half' }),
      });
      if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
        await answer.body?.cancel();
        return null;
      }
      const given = new Headers(answer.headers);
      // Its length is that of the coding which fetch has just taken off.
      if (given.has('content-encoding')) given.delete('content-length');
      for (const name of notGiven) given.delete(name);
      return new Response(answer.body, { status: answer.status, headers: given });
    } catch {
      return null;
    } finally {
      clearTimeout(late);
    }
  };
}

function carriedHeaders(given: Headers, isStream: boolean, token: string | null, address: string): Headers {
  const headers = new Headers({ 'Accept-Encoding': 'identity', 'X-Forwarded-For': address });
  for (const [name, value] of given) {
    if (notCarried.has(name) || name.startsWith('sec-') || name.startsWith('x-forwarded-')) continue;
    headers.set(name, value);
  }
  // Of a stream fetch can't know it, and a backend refuses what is too long before it has come.
  const length = isStream ? given.get('content-length') : null;
  if (length !== null) headers.set('Content-Length', length);
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  return headers;
}
