import type { FoundStatus, LookupResult } from '#domain/application/looked-up-status.ts';
import { isNewerStatus, isOfficeStatus } from '#domain/application/status.ts';
import type { StatusKey } from '#domain/application/status-link.ts';
import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';

/** Where an application is, for who holds its receipt. */
export async function askStatus(
  http: HttpClient,
  nowMs: () => number,
  { registrationNumber, secret }: StatusKey,
): Promise<LookupResult> {
  const answer = await http.send(
    {
      method: 'POST',
      target: '/v1/status-lookups',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ registrationNumber, secret }),
    },
    new AbortController().signal,
  );
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readFound(body) : undefined,
  );
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'refused') return { kind: 'unknown' };
  return { kind: outcome.kind === 'busy' ? 'busy' : 'no-connection' };
}

function readFound(body: unknown): FoundStatus | undefined {
  if (!isRecord(body)) return undefined;
  const { status, dueOn, updatedAt } = body;
  if (typeof status !== 'string' || (!isOfficeStatus(status) && !isNewerStatus(status))) return undefined;
  const changedAtMs = typeof updatedAt === 'string' ? Date.parse(updatedAt) : Number.NaN;
  if (Number.isNaN(changedAtMs)) return undefined;
  return { kind: 'found', status, dueOn: typeof dueOn === 'string' ? dueOn : null, changedAtMs };
}
