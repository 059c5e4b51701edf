/** The only place that says fetch. It carries; what an answer means is decided in classify.ts. */

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD';
  /** A path of the API ("/v1/…") or a URL that the office handed out. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ArrayBuffer | string;
  /** An upload ticket. It goes in place of the person's session, and to the office's own addresses only. */
  readonly ticket?: string;
}

export interface HttpAnswer {
  readonly kind: 'answer';
  /** 0 for a redirect, whose target the browser keeps to itself. */
  readonly status: number;
  /** Lower case, without parameters; '' when there is none. */
  readonly mediaType: string;
  /** The parsed body of a JSON answer; undefined for anything else. */
  readonly body: unknown;
  header(name: string): string | null;
}
/** No answer, or one that broke off. */
export interface Silence {
  readonly kind: 'silence';
}

export interface HttpClient {
  /** Resolves for every answer and every silence; rejects only when `signal` is aborted, with its reason. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | Silence>;
}

export interface HttpClientOptions {
  /** Origin of a backend elsewhere, "https://layanan.example.go.id"; default: where the app came from. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds without any progress before an exchange counts as silence. Default 30,000. */
  readonly patienceMs?: number;
}

const defaultPatienceMs = 30_000;
/** Slower than any network that is worth waiting for: 4 bytes a millisecond is 32 kbit/s. */
const slowestBytesPerMs = 4;
/** No answer of the contract is near it; a page that goes on for ever is no answer. */
const largestAnswerBytes = 8 * 1024 * 1024;

export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const patienceMs = options.patienceMs ?? defaultPatienceMs;
  // Unbound, a browser's fetch refuses to be called as somebody's method.
  const doFetch: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));

  return {
    async send(request, signal) {
      signal.throwIfAborted();
      const { baseUrl = '' } = options;
      const { ticket } = request;
      const url = resolveTarget(baseUrl, request.target);
      if (url === null) return { kind: 'silence' };
      const stall = stallWatch(signal);
      try {
        // The answer to a body can't come before the body has gone, and fetch does not tell how far it is.
        stall.expectWithin(patienceMs + sizeOf(request.body) / slowestBytesPerMs);
        const response = await doFetch(url, {
          method: request.method,
          headers: {
            Accept: 'application/json',
            ...request.headers,
            ...(ticket !== undefined && isOffices(baseUrl, url) ? { Authorization: `Bearer ${ticket}` } : {}),
          },
          body: request.body ?? null,
          // A session beside a ticket could be another person's, and what is sent would become theirs.
          credentials: ticket !== undefined ? 'omit' : options.baseUrl === undefined ? 'same-origin' : 'include',
          // The API never redirects: whoever does so stands in between, and must not be sent the person's data.
          redirect: 'manual',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: stall.signal,
        });
        return await readAnswer(response, () => {
          stall.expectWithin(patienceMs);
        });
      } catch {
        signal.throwIfAborted();
        return { kind: 'silence' };
      } finally {
        stall.end();
      }
    },
  };
}

/** Null for what is no http(s) address: the office's word for an upload URL is not taken on trust. */
function resolveTarget(baseUrl: string, target: string): string | null {
  if (baseUrl === '' && target.startsWith('/') && !target.startsWith('//')) return target;
  try {
    const url = new URL(target, baseUrl === '' ? globalThis.location.href : baseUrl);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

function isOffices(baseUrl: string, url: string): boolean {
  return (
    url.startsWith('/') || new URL(url).origin === new URL(baseUrl === '' ? globalThis.location.href : baseUrl).origin
  );
}

function sizeOf(body: ArrayBuffer | string | undefined): number {
  if (body === undefined) return 0;
  return typeof body === 'string' ? body.length : body.byteLength;
}

/** Aborts when the caller does, or when nothing has come for as long as was last expected. */
function stallWatch(outer: AbortSignal) {
  const inner = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = (): void => {
    inner.abort(outer.reason);
  };
  outer.addEventListener('abort', pass);
  return {
    signal: inner.signal,
    expectWithin(delayMs: number) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        inner.abort(new DOMException('No progress.', 'TimeoutError'));
      }, delayMs);
    },
    end() {
      clearTimeout(timer);
      outer.removeEventListener('abort', pass);
    },
  };
}

async function readAnswer(response: Response, onProgress: () => void): Promise<HttpAnswer | Silence> {
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const answer = {
    kind: 'answer' as const,
    status: response.type === 'opaqueredirect' ? 0 : response.status,
    mediaType,
    header: (name: string) => response.headers.get(name),
  };
  if (!isJson(mediaType)) {
    await response.body?.cancel();
    return { ...answer, body: undefined };
  }
  const text = await readText(response, onProgress);
  if (text === null) return { kind: 'silence' };
  return { ...answer, body: parseJson(text) };
}

export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

async function readText(response: Response, onProgress: () => void): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    onProgress();
    received += value.byteLength;
    if (received > largestAnswerBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
