/** Each check of level results notices a backend that gets its promise wrong. */
import { z } from 'zod';
import { resultFileChecks } from './checks/result-files.ts';
import { resultChecks } from './checks/results.ts';
import { type Fault, proveChecks } from './prove-checks.ts';
import { AnyBody, type Between, rewrite } from './somebody-between.ts';

const isGiven = ({ method, url }: Request): boolean => method === 'PUT' && /\/results\//.test(url);
const isContent = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/results\/[^/]+\/content$/.test(url);
const isAsked = ({ url }: Request): boolean => new URL(url).pathname === '/v1/issued';
const isView = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/applications\/[^/]+$/.test(url);
const Results = z.array(z.unknown());

/** Another view of an application. */
const views =
  (change: (body: z.output<typeof AnyBody>) => unknown): Between =>
  ({ forward }) =>
  async (request) => {
    const answer = await forward(request);
    return isView(request) && answer.status === 200 ? rewrite(answer, change) : answer;
  };

/** Other headers of what is asked. */
const asked =
  (isIt: (request: Request) => boolean, headers: (tokenA: string) => Readonly<Record<string, string>>): Between =>
  ({ backend, forward }) =>
  async (request) =>
    forward(request, isIt(request) ? headers(backend.tokenA) : {});

/** Takes a result that is refused with one of these. */
const takes =
  (statuses: readonly number[], ending = ''): Between =>
  ({ forward }) =>
  async (request) => {
    const answer = await forward(request);
    if (!isGiven(request) || !statuses.includes(answer.status)) return answer;
    const { type } = AnyBody.parse(await answer.clone().json());
    if (!String(type).endsWith(ending)) return answer;
    return Response.json({ id: new URL(request.url).pathname.split('/').at(-1) }, { status: 201 });
  };

const faults: readonly Fault[] = [
  { what: 'ignores If-Match', between: asked(isGiven, () => ({ 'if-match': '*' })), caughtBy: ['result-needs-match'] },
  {
    what: 'looks at If-Match before it looks for a repetition',
    between: ({ forward }) => {
      const taken = new Set<string>();
      return async (request) => {
        if (isGiven(request) && taken.has(request.url))
          return Response.json(
            { type: 'urn:ajukan:problem:changed-since', title: 'Changed', status: 412 },
            { status: 412, headers: { 'content-type': 'application/problem+json' } },
          );
        const answer = await forward(request);
        if (isGiven(request) && answer.status === 201) taken.add(request.url);
        return answer;
      };
    },
    caughtBy: ['result-replay'],
  },
  {
    what: 'gives a file to anybody',
    between: asked(isContent, (token) => ({ authorization: `Bearer ${token}` })),
    caughtBy: ['result-file-own'],
  },
  {
    what: 'tells of a file before it is there',
    between: ({ forward }) => {
      const announced = new Map<string, unknown>();
      return async (request) => {
        if (isGiven(request)) {
          const [path = '', id] = request.url.split('/results/');
          const body = AnyBody.parse(await request.clone().json());
          const file = { size: body['size'], sha256: body['sha256'], mediaType: 'application/pdf' };
          const told = { id, kind: 'file', title: body['title'], at: new Date().toISOString(), file };
          const answer = await forward(request);
          if (body['kind'] === 'file' && answer.status === 201) announced.set(path, told);
          return answer;
        }
        const answer = await forward(request);
        const early = announced.get(request.url);
        if (!isView(request) || answer.status !== 200 || early === undefined) return answer;
        return rewrite(answer, (body) => {
          const results = Results.parse(body['results']);
          return results.length === 0 ? { ...body, results: [early] } : body;
        });
      };
    },
    caughtBy: ['result-file-whole', 'result-wrong-file'],
  },
  {
    what: 'gives other bytes back',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isContent(request) || answer.status !== 200) return answer;
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return new Response(bytes.slice(0, -1), { status: 200, headers: answer.headers });
      },
    caughtBy: ['result-file-whole'],
  },
  {
    what: 'takes a result at any time',
    between: takes([409], 'transition-not-allowed'),
    caughtBy: ['result-in-its-time'],
  },
  { what: 'takes any file', between: takes([413, 415, 422]), caughtBy: ['result-wrong-file'] },
  { what: 'gives a number twice', between: takes([409], 'number-taken'), caughtBy: ['result-number-once'] },
  {
    what: 'says that every number is real',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isAsked(request) || answer.ok) return answer;
        const number = new URL(request.url).searchParams.get('number');
        return Response.json({ number, serviceId: 'x', issuedOn: '2026-01-01', office: null, state: 'valid' });
      },
    caughtBy: ['result-number'],
  },
  {
    what: 'says that nothing has changed',
    between:
      ({ forward }) =>
      async (request) => {
        const etag = request.headers.get('if-none-match');
        if (!isView(request) || etag === null) return forward(request);
        return new Response(null, { status: 304, headers: { ETag: etag } });
      },
    caughtBy: ['result-etag'],
  },
  {
    what: 'shows the last result alone',
    between: views((body) => ({ ...body, results: Results.parse(body['results']).slice(-1) })),
    caughtBy: ['result-stays'],
  },
  {
    what: 'keeps a result out of the history',
    between: views((body) => ({
      ...body,
      history: Results.parse(body['history']).filter((step) => AnyBody.parse(step)['action'] !== 'result'),
    })),
    caughtBy: ['result-pickup-told'],
  },
];

proveChecks([...resultChecks, ...resultFileChecks], faults);
