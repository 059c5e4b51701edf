import type { IncomingMessage } from 'node:http';
import type { Account, ModelState } from './model-state.ts';

export interface ModelRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly account: Account;
  readonly stream: IncomingMessage;
}

export interface ModelAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface PointedError {
  readonly pointer: string;
  readonly code: string;
}

export function jsonAnswer(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): ModelAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(content) };
}

/** RFC 9457. */
export function problemAnswer(status: number, title: string, errors?: readonly PointedError[]): ModelAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, ...(errors === undefined ? {} : { errors }) }),
  };
}

/** 304 for those who have it already. */
export function taggedAnswer(request: ModelRequest, etag: string | null, answer: ModelAnswer): ModelAnswer {
  if (etag === null) return answer;
  if (request.header('if-none-match') === etag) return { status: 304, headers: { etag } };
  return { ...answer, headers: { ...answer.headers, etag } };
}

export async function readBody(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** @returns the value, or the refusal */
export async function readJson(
  state: ModelState,
  request: ModelRequest,
): Promise<{ value: unknown; text: string } | ModelAnswer> {
  const text = (await readBody(request.stream)).toString('utf8');
  const [mediaType, charset = 'utf-8'] = (request.header('content-type') ?? '').toLowerCase().split('; charset=');
  if (mediaType !== 'application/json') return problemAnswer(415, 'The body is not application/json');
  const isPlain = charset === 'utf-8' && request.header('content-encoding') === undefined;
  if (!isPlain && !state.has('coding-ignored')) return problemAnswer(415, 'The body is not plain UTF-8');
  try {
    const value: unknown = JSON.parse(text);
    return { value, text };
  } catch {
    return problemAnswer(400, 'The body is not JSON');
  }
}

export function isAnswer(value: object): value is ModelAnswer {
  return 'status' in value;
}
