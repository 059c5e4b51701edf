import { type ServerType, serve } from '@hono/node-server';
import { z } from 'zod';
import type { Backend } from './backend.ts';

export interface Behind {
  readonly backend: Backend;
  /** Asks the backend, with these headers in place of those that came. */
  forward(request: Request, changed?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Answers in a backend's place. */
export type Between = (behind: Behind) => (request: Request) => Promise<Response>;

/** Changes nothing. */
export const honest: Between =
  ({ forward }) =>
  async (request) =>
    forward(request);

export const AnyBody = z.record(z.string(), z.unknown());

/** Another body in the same answer. */
export async function rewrite(
  answer: Response,
  change: (body: z.output<typeof AnyBody>) => unknown,
  status = answer.status,
): Promise<Response> {
  return Response.json(change(AnyBody.parse(await answer.json())), {
    status,
    headers: { ETag: answer.headers.get('etag') ?? '"1"' },
  });
}

/** Where somebody stands between, who spoils one kind of request or answer. */
export async function standBetween(
  backend: Backend,
  between: Between,
): Promise<{ readonly baseUrl: string; readonly leave: () => Promise<void> }> {
  const { server, baseUrl } = await listen(between({ backend, forward: forwardTo(backend.baseUrl) }));
  return {
    baseUrl,
    leave: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forwardTo(baseUrl: string): Behind['forward'] {
  return async (request, changed = {}) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    for (const name of ['host', 'connection', 'content-length']) headers.delete(name);
    for (const [name, value] of Object.entries(changed)) headers.set(name, value);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const answer = await fetch(new URL(`${pathname}${search}`, baseUrl), {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(hasBody ? { body: await request.clone().arrayBuffer() } : {}),
    });
    const told = new Headers(answer.headers);
    // It was unpacked on the way.
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) told.delete(name);
    const isEmpty = answer.status === 204 || answer.status === 304 || request.method === 'HEAD';
    return new Response(isEmpty ? null : await answer.arrayBuffer(), { status: answer.status, headers: told });
  };
}

async function listen(
  fetch: (request: Request) => Promise<Response>,
): Promise<{ server: ServerType; baseUrl: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, baseUrl: `http://127.0.0.1:${port}` }),
    );
  });
}
