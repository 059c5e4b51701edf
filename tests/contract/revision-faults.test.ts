/**
 * Each check of level revision notices a backend that gets its promise wrong: the reference one, with somebody in
 * between who spoils one kind of request or answer.
 */
import { type ServerType, serve } from '@hono/node-server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Backend } from './backend.ts';
import { levels } from './check.ts';
import { revisionChecks } from './checks/revisions.ts';
import { withdrawalChecks } from './checks/withdrawals.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import { runSuite } from './run-suite.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

interface Behind {
  readonly backend: Backend;
  /** Asks the reference backend. */
  forward(request: Request, changed?: Readonly<Record<string, string>>): Promise<Response>;
}
interface Fault {
  readonly what: string;
  /** One for each run: it may remember. */
  readonly between: (behind: Behind) => (request: Request) => Promise<Response>;
  readonly caughtBy: readonly string[];
}
const Body = z.record(z.string(), z.unknown());

const isChange = ({ method, url }: Request): boolean => method === 'PUT' && /\/(revisions|withdrawals)\//.test(url);
const isView = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/applications\/[^/]+$/.test(url);

/** Another body in the same answer. */
async function rewrite(answer: Response, change: (body: z.output<typeof Body>) => unknown, status = answer.status) {
  return Response.json(change(Body.parse(await answer.json())), {
    status,
    headers: { ETag: answer.headers.get('etag') ?? '"1"' },
  });
}

const faults: readonly Fault[] = [
  {
    what: 'ignores If-Match',
    between:
      ({ forward }) =>
      async (request) =>
        forward(request, isChange(request) ? { 'if-match': '*' } : {}),
    caughtBy: ['revision-needs-match', 'withdrawal-taken-once'],
  },
  {
    what: 'looks at If-Match before it looks for a repetition',
    between: ({ forward }) => {
      const taken = new Set<string>();
      return async (request) => {
        if (isChange(request) && taken.has(request.url))
          return Response.json(
            { type: 'urn:ajukan:problem:changed-since', title: 'Changed', status: 412 },
            { status: 412, headers: { 'content-type': 'application/problem+json' } },
          );
        const answer = await forward(request);
        if (answer.status === 201) taken.add(request.url);
        return answer;
      };
    },
    caughtBy: ['revision-replay', 'withdrawal-taken-once'],
  },
  {
    what: 'takes a change in any status',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isChange(request) || answer.status !== 409) return answer;
        const { type } = Body.parse(await answer.clone().json());
        if (type !== 'urn:ajukan:problem:transition-not-allowed') return answer;
        const { authorization = '' } = Object.fromEntries(request.headers);
        const path = request.url.replace(/\/(revisions|withdrawals)\/.*$/, '');
        const view = await forward(new Request(path, { headers: { authorization } }));
        return rewrite(view, (body) => body, 201);
      },
    caughtBy: ['revision-only-returned', 'withdrawal-in-time'],
  },
  {
    what: 'takes a change from anybody',
    between:
      ({ backend, forward }) =>
      async (request) =>
        forward(request, isChange(request) ? { authorization: `Bearer ${backend.tokenA}` } : {}),
    caughtBy: ['revision-own-only', 'withdrawal-in-time'],
  },
  {
    what: 'forgets which papers a revision waits for',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isChange(request) || !answer.ok) return answer;
        return rewrite(answer, (body) => ({ ...body, missingDocuments: [] }));
      },
    caughtBy: ['revision-at-once'],
  },
  {
    what: 'forgets what a return marked',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isView(request) || !answer.ok) return answer;
        return rewrite(answer, (body) => ({ ...body, fields: [] }));
      },
    caughtBy: ['return-marks-fields'],
  },
  {
    what: 'keeps the last step out of the history',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isView(request) || !answer.ok) return answer;
        return rewrite(answer, (body) => ({
          ...body,
          history: z.array(z.unknown()).parse(body['history']).slice(0, -1),
        }));
      },
    caughtBy: ['return-marks-fields', 'revision-at-once', 'withdrawal-taken-once'],
  },
];

const document = loadOpenApiDocument('openapi.json');
const checks = [...revisionChecks, ...withdrawalChecks];

/** What fails when somebody stands between. */
async function judge(between: Fault['between']): Promise<readonly string[]> {
  const backend = await startReferenceBackend(null);
  const forward: Behind['forward'] = async (request, changed = {}) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    for (const name of ['host', 'connection', 'content-length']) headers.delete(name);
    for (const [name, value] of Object.entries(changed)) headers.set(name, value);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const answer = await fetch(new URL(`${pathname}${search}`, backend.baseUrl), {
      method: request.method,
      headers,
      ...(hasBody ? { body: await request.clone().arrayBuffer() } : {}),
    });
    const told = new Headers(answer.headers);
    // It was unpacked on the way.
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) told.delete(name);
    const isEmpty = answer.status === 204 || answer.status === 304 || request.method === 'HEAD';
    return new Response(isEmpty ? null : await answer.arrayBuffer(), { status: answer.status, headers: told });
  };
  const { server, baseUrl } = await listen(between({ backend, forward }));
  try {
    const settings = { ...backend, baseUrl, serviceId: null, levels, document, checks };
    const report = await runSuite(settings);
    return report.checks.filter(({ result }) => result !== 'passed').map(({ id }) => id);
  } finally {
    await new Promise((resolve) => server.close(resolve));
    await backend.stop();
  }
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

test('every check of the level has a fault', () => {
  const proved = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
  expect(checks.filter(({ id }) => !proved.has(id))).toEqual([]);
});

describe('a backend that', { timeout: 30_000 }, () => {
  test.each(faults)('$what is found out', async ({ between, caughtBy }) => {
    expect(await judge(between)).toEqual(caughtBy);
  });

  test('keeps its promises passes, also with somebody in between', async () => {
    expect(
      await judge(
        ({ forward }) =>
          async (request) =>
            forward(request),
      ),
    ).toEqual([]);
  });
});
