/**
 * Each check of level reveal notices a backend that gets its promise wrong: the reference one, spoilt in one place, or with
 * somebody in between who spoils one kind of request or answer.
 */
import { z } from 'zod';
import type { AppPorts } from '#server/app-ports.ts';
import type { AuditNote } from '#server/stores/audit-chain.ts';
import { revealChecks } from './checks/reveals.ts';
import { type Fault, proveChecks } from './prove-checks.ts';
import { AnyBody, rewrite } from './somebody-between.ts';

const isReveal = ({ method, url }: Request): boolean => method === 'POST' && url.endsWith('/reveals');
const isView = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/applications\/[^/]+$/.test(url);
const isQueue = ({ method, url }: Request): boolean => method === 'GET' && /\/v1\/queue(\?|$)/.test(url);
const Numbers = z.looseObject({ numbers: z.record(z.string(), z.string()) });

const Lines = z.array(z.looseObject({}));

/** Notes something else of a look at the numbers, or nothing. */
const noting =
  (change: (note: AuditNote, ports: AppPorts) => Promise<AuditNote | null>) =>
  (ports: AppPorts): AppPorts => ({
    ...ports,
    audit: {
      ...ports.audit,
      append: async (note, nowMs) => {
        const noted = note.event === 'reveal' ? await change(note, ports) : note;
        if (noted !== null) await ports.audit.append(noted, nowMs);
      },
    },
  });

const faults: readonly Fault[] = [
  {
    what: 'masks nothing',
    between:
      ({ backend, forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isView(request) || !answer.ok) return answer;
        const { data } = AnyBody.parse(
          await (await forward(request, { authorization: `Bearer ${backend.tokenA}` })).json(),
        );
        return rewrite(answer, (body) => ({ ...body, data }));
      },
    caughtBy: ['numbers-masked', 'reveal-by-asking'],
  },
  {
    what: 'masks an application, and not its line in the queue',
    between: ({ forward }) => {
      let numbers: readonly string[] = [];
      return async (request) => {
        if (request.method === 'PUT')
          numbers = [...numbers, ...((await request.clone().text()).match(/\d{16}/g) ?? [])];
        const answer = await forward(request);
        if (!isQueue(request) || !answer.ok) return answer;
        return rewrite(answer, (body) => ({
          ...body,
          items: Lines.parse(body['items']).map((line) => ({ ...line, numbers })),
        }));
      };
    },
    caughtBy: ['numbers-masked'],
  },
  {
    what: 'masks whom it belongs to as well',
    between:
      ({ backend, forward }) =>
      async (request) =>
        forward(request, isView(request) ? { authorization: `Bearer ${backend.tokenOfficer}` } : {}),
    caughtBy: ['numbers-masked'],
  },
  {
    what: 'forgets a number',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        if (!isReveal(request) || !answer.ok) return answer;
        const told = Numbers.parse(await answer.json());
        const numbers = Object.fromEntries(Object.entries(told.numbers).slice(1));
        return Response.json({ ...told, numbers }, { headers: { 'cache-control': 'no-store' } });
      },
    caughtBy: ['reveal-by-asking'],
  },
  {
    what: 'lets whoever is in between keep the numbers',
    between:
      ({ forward }) =>
      async (request) => {
        const answer = await forward(request);
        return isReveal(request) && answer.ok ? rewrite(answer, (body) => body) : answer;
      },
    caughtBy: ['reveal-by-asking'],
  },
  {
    what: 'tells the numbers to anybody',
    between:
      ({ backend, forward }) =>
      async (request) =>
        forward(request, isReveal(request) ? { authorization: `Bearer ${backend.tokenOfficer}` } : {}),
    caughtBy: ['reveal-officials-only'],
  },
  {
    what: 'hands out the numbers and notes nothing',
    spoil: noting(() => Promise.resolve(null)),
    caughtBy: ['reveal-noted'],
  },
  {
    what: 'notes the numbers themselves',
    spoil: noting(async (note, { applications }) => {
      const { data } = (await applications.find(note.subject ?? '')) ?? {};
      return { ...note, about: /\d{16}/.exec(JSON.stringify(data))?.[0] ?? null };
    }),
    caughtBy: ['reveal-noted'],
  },
];

proveChecks(revealChecks, faults);
