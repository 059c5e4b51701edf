/**
 * Each check of level revision notices a backend that gets its promise wrong: the reference one, with somebody in
 * between who spoils one kind of request or answer.
 */
import { z } from 'zod';
import { revisionChecks } from './checks/revisions.ts';
import { withdrawalChecks } from './checks/withdrawals.ts';
import { type Fault, proveChecks } from './prove-checks.ts';
import { AnyBody, rewrite } from './somebody-between.ts';

const isChange = ({ method, url }: Request): boolean => method === 'PUT' && /\/(revisions|withdrawals)\//.test(url);
const isView = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/applications\/[^/]+$/.test(url);

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
        const { type } = AnyBody.parse(await answer.clone().json());
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
    caughtBy: ['return-marks-fields', 'returned-told-whole'],
  },
  {
    what: 'tells in short also what is to be repaired',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isView(request) || request.headers.get('prefer') === null || !answer.ok) return answer;
        return rewrite(answer, ({ data: _data, documents: _documents, ...short }) => short);
      },
    caughtBy: ['returned-told-whole'],
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

proveChecks([...revisionChecks, ...withdrawalChecks], faults);
