import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Problem } from '#contract/schemas.ts';
import { type ProblemKind, problemKinds } from './problem-kinds.ts';

export interface PointedError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ProblemExtras {
  /** What a person may read, where more can be said than of every such refusal. */
  readonly detail?: string;
  readonly errors?: readonly PointedError[];
  /** Who has taken it. */
  readonly assignee?: { readonly accountId: string; readonly name: string };
  /** RFC 6749 error code, for the token endpoint. */
  readonly error?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A kind whose status Hono knows. */
type TypedKind = Exclude<ProblemKind, 'digest-mismatch'>;

/** An RFC 9457 answer, typed with its status, so that a route can't answer with one that the contract doesn't declare. */
export function problem<Kind extends TypedKind>(c: Context, kind: Kind, extras: ProblemExtras = {}) {
  const status: (typeof problemKinds)[Kind]['status'] = problemKinds[kind].status;
  return c.json(problemBody(kind, extras), status, { ...extras.headers, 'Content-Type': 'application/problem+json' });
}

/** The same for places that have no typed route: unknown paths, last-resort handlers, statuses of tus. */
export function rawProblem(kind: ProblemKind, extras: ProblemExtras = {}): Response {
  return new Response(JSON.stringify(problemBody(kind, extras)), {
    status: problemKinds[kind].status,
    headers: { ...extras.headers, 'Content-Type': 'application/problem+json' },
  });
}

/** Headers of a refusal that goes away by itself. */
export function retryAfter(retryAfterMs: number): Readonly<Record<string, string>> {
  return { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) };
}

function problemBody(kind: ProblemKind, { errors, error, assignee, ...more }: ProblemExtras): z.output<typeof Problem> {
  const { status, title, detail } = problemKinds[kind];
  return {
    type: `urn:ajukan:problem:${kind}`,
    title,
    status,
    detail: more.detail ?? detail,
    ...(errors === undefined ? {} : { errors: errors.map(mutable) }),
    ...(error === undefined ? {} : { error }),
    ...(assignee === undefined ? {} : { assignee }),
  };
}

function mutable({ params, ...error }: PointedError) {
  return params === undefined ? error : { ...error, params: { ...params } };
}
