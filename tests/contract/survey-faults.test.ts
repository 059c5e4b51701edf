/** Each check of level survey notices a backend that gets its promise wrong. */
import { surveyChecks } from './checks/surveys.ts';
import { type Fault, proveChecks } from './prove-checks.ts';
import { AnyBody, type Between, rewrite } from './somebody-between.ts';

const isSurvey = ({ method, url }: Request): boolean => method === 'PUT' && /\/survey\//.test(url);
const isView = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/applications\/[^/]+$/.test(url);

/** Takes what is refused with this status. */
const takes =
  (refused: number, taken: number, ending = ''): Between =>
  ({ forward }) =>
  async (request) => {
    const answer = await forward(request);
    if (!isSurvey(request) || answer.status !== refused) return answer;
    const { type } = AnyBody.parse(await answer.clone().json());
    if (!String(type).endsWith(ending)) return answer;
    return Response.json({ id: new URL(request.url).pathname.split('/').at(-1) }, { status: taken });
  };

const faults: readonly Fault[] = [
  { what: 'takes another one', between: takes(409, 201, 'content-conflict'), caughtBy: ['survey-once'] },
  {
    what: 'knows no repetition',
    between: ({ forward }) => {
      const taken = new Set<string>();
      return async (request) => {
        if (isSurvey(request) && taken.has(request.url))
          return Response.json(
            { type: 'urn:ajukan:problem:content-conflict', title: 'Known', status: 409 },
            { status: 409, headers: { 'content-type': 'application/problem+json' } },
          );
        const answer = await forward(request);
        if (isSurvey(request) && answer.status === 201) taken.add(request.url);
        return answer;
      };
    },
    caughtBy: ['survey-once'],
  },
  {
    what: 'takes it at any time',
    between: takes(409, 201, 'transition-not-allowed'),
    caughtBy: ['survey-after-the-end'],
  },
  {
    what: 'takes it from anybody',
    between:
      ({ backend, forward }) =>
      async (request) =>
        forward(request, isSurvey(request) ? { authorization: `Bearer ${backend.tokenA}` } : {}),
    caughtBy: ['survey-own-only'],
  },
  { what: 'takes any answers', between: takes(422, 201), caughtBy: ['survey-nine-questions'] },
  {
    what: 'keeps what was said beside the application',
    between: ({ forward }) => {
      const said = new Map<string, unknown>();
      return async (request) => {
        const path = request.url.replace(/\/survey\/.*$/, '');
        if (isSurvey(request)) said.set(path, await request.clone().json());
        const answer = await forward(request);
        if (!isView(request) || !answer.ok || !said.has(path)) return answer;
        return rewrite(answer, (body) => ({ ...body, survey: said.get(path) }));
      };
    },
    caughtBy: ['survey-apart'],
  },
];

proveChecks(surveyChecks, faults);
