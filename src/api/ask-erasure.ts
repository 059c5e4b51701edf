import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';

interface Erasure {
  readonly erased: number;
  readonly kept: number;
  readonly dueAtMs: number;
}

/** Asks the office to erase what no law makes it keep. Ends every session of the account, this one too. */
export async function askErasure(http: HttpClient, nowMs: () => number) {
  const answer = await http.send(
    {
      method: 'PUT',
      target: '/v1/me/erasure',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ erase: 'everything-not-kept-by-law' }),
    },
    new AbortController().signal,
  );
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readErasure(body) : undefined,
  );
  if (outcome.kind === 'ok') return { kind: 'asked' as const, ...outcome.value };
  if (outcome.kind === 'sign-in-needed') return { kind: 'sign-in-needed' as const };
  // An office of another making, or an account that does not apply for anything.
  if (outcome.kind === 'refused') return { kind: 'not-offered' as const };
  return { kind: 'no-connection' as const };
}

function readErasure(body: unknown): Erasure | undefined {
  if (!isRecord(body)) return undefined;
  const { erasedApplications: erased, keptApplications: kept, dueAt } = body;
  const dueAtMs = typeof dueAt === 'string' ? Date.parse(dueAt) : Number.NaN;
  if (typeof erased !== 'number' || typeof kept !== 'number' || Number.isNaN(dueAtMs)) return undefined;
  return { erased, kept, dueAtMs };
}
