/** One person (or nobody) speaking to the backend. Every answer is judged before a check sees it. */
import { z } from 'zod';
import { fail } from './expect.ts';
import type { OpenApiDocument } from './openapi-document.ts';

export interface Call {
  readonly method: string;
  /** "/v1/services", or an absolute address that the backend handed out. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  /** "PUT /v1/applications/0192… → 201" */
  readonly exchange: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** undefined when the body isn't JSON. */
  readonly json: unknown;
}

export interface ApiClient {
  readonly name: string;
  /** How long this person waits for what a backend may do a little later: look for viruses, show a change. */
  readonly patienceMs: number;
  send(call: Call): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  put(path: string, content: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** For the few exchanges that are made on a bare socket. */
  addressOf(path: string): URL;
  authorization(address: URL): Readonly<Record<string, string>>;
}

export interface ApiClientSettings {
  readonly name: string;
  readonly baseUrl: string;
  /** null: nobody is signed in. */
  readonly token: string | null;
  readonly patienceMs: number;
  readonly document: OpenApiDocument;
}

const longestAnswerMs = 20_000;

export function createApiClient({ name, baseUrl, token, patienceMs, document }: ApiClientSettings): ApiClient {
  const origin = new URL(baseUrl).origin;

  function addressOf(path: string): URL {
    return URL.canParse(path) ? new URL(path) : new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
  }

  /** An upload address on another host gets no token: it must carry its own right. */
  function authorization(address: URL): Readonly<Record<string, string>> {
    return token === null || address.origin !== origin ? {} : { authorization: `Bearer ${token}` };
  }

  async function send({ method, path, headers = {}, body }: Call): Promise<Answer> {
    const address = addressOf(path);
    const exchange = `${method} ${address.pathname}${address.search} as ${name}`;
    const response = await fetch(address, {
      method,
      headers: { ...authorization(address), ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(longestAnswerMs),
      ...(body === undefined ? {} : { body }),
    }).catch((error: unknown) => fail(`${exchange} got no answer: ${String(error)}`));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const answer = {
      exchange: `${exchange} → ${response.status}`,
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      json: parseJson(text),
    };
    judge(answer, { method, path: address.pathname.slice(basePathOf(baseUrl).length) }, document);
    return answer;
  }

  return {
    name,
    patienceMs,
    send,
    addressOf,
    authorization,
    get: (path, headers = {}) => send({ method: 'GET', path, headers }),
    put: (path, content, headers = {}) =>
      send({
        method: 'PUT',
        path,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(content),
      }),
  };
}

/** What holds for every answer: no 5xx, errors are problem details (RFC 9457), the rest is as openapi.json says. */
function judge(answer: Answer, call: { method: string; path: string }, document: OpenApiDocument): void {
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? null;
  if (answer.status >= 500) fail(`${answer.exchange}: a server error, whatever is sent`);
  if (answer.status >= 400) {
    // HEAD has no body, and tus 1.0.0 leaves the body of its errors open: stock tus servers answer text.
    if (call.method === 'HEAD' || isUploadCall(call)) return;
    if (mediaType !== 'application/problem+json') {
      fail(`${answer.exchange}: Content-Type is ${mediaType ?? 'missing'}, errors are application/problem+json`);
    }
  }
  const fault = document.findFault({
    ...call,
    status: answer.status,
    mediaType,
    json: answer.json,
    bodyBytes: answer.bytes.length,
  });
  if (fault !== null) fail(`${answer.exchange}: ${fault}`);
  if (answer.status >= 400 && !z.looseObject({ status: z.literal(answer.status) }).safeParse(answer.json).success) {
    fail(`${answer.exchange}: the problem's own status is another one`);
  }
}

function isUploadCall(call: { method: string }): boolean {
  return call.method === 'PATCH' || call.method === 'POST';
}

function basePathOf(baseUrl: string): string {
  return new URL(baseUrl).pathname.replace(/\/$/, '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
