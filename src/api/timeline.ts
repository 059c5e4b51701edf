import { isNewerStatus, isOfficeStatus, type ToldStatus } from '#domain/application/status.ts';
import { reasonCodeOf } from '#domain/office/reason-code.ts';
import type { Due, Timeline, TimelineStep } from '#domain/application/timeline.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import { readResults } from './given-results.ts';
import type { HttpClient } from './http-client.ts';
import { inShort } from './in-short.ts';
import { readMoment, readOffice, textOrNull } from './read-members.ts';
import { readTracked } from './wire.ts';

/** Where an application is, with how it got there; null for silence, and for what is not this person's. */
export async function fetchTimeline(
  http: HttpClient,
  nowMs: () => number,
  applicationId: string,
): Promise<TrackedApplication | null> {
  const target = `/v1/applications/${encodeURIComponent(applicationId)}`;
  const answer = await http.send({ method: 'GET', target, headers: inShort }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) => {
    const tracked = mediaType === 'application/json' ? readTracked(body, applicationId) : undefined;
    if (tracked === undefined) return undefined;
    return { ...tracked, timeline: readTimeline(body, nowMs()) };
  });
  return outcome.kind === 'ok' ? outcome.value : null;
}

/** What can't be read of it is left out. */
export function readTimeline(body: unknown, heardAtMs: number): Timeline {
  const wire = isRecord(body) ? body : {};
  const secret = wire['lookupSecret'];
  const history: readonly unknown[] = Array.isArray(wire['history']) ? wire['history'] : [];
  const results = readResults(wire['results']);
  return {
    steps: history.flatMap((step) => readStep(step) ?? []),
    due: readDue(wire['due']),
    office: readOffice(wire['office']),
    heardAtMs,
    ...(results.length === 0 ? {} : { results }),
    ...(typeof secret === 'string' && /^[0-9A-Z]{26}$/.test(secret) ? { lookupSecret: secret } : {}),
  };
}

function readStep(step: unknown): TimelineStep | undefined {
  if (!isRecord(step)) return undefined;
  const { action, status, by } = step;
  const atMs = readMoment(step['at']);
  if (atMs === null || typeof action !== 'string' || !isStatus(status)) return undefined;
  if (by !== 'applicant' && by !== 'field-officer' && by !== 'official') return undefined;
  const reasonCode = reasonCodeOf(step['reasonCode']);
  return {
    ...{ atMs, action, status, by, role: textOrNull(step['role']), reason: textOrNull(step['reason']) },
    ...(reasonCode === undefined ? {} : { reasonCode }),
  };
}

function readDue(due: unknown): Due | null {
  if (!isRecord(due)) return null;
  const { dueOn, pausedSince } = due;
  const day = typeof dueOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(dueOn) ? dueOn : null;
  return { dueOn: day, pausedSinceMs: readMoment(pausedSince) };
}

function isStatus(value: unknown): value is ToldStatus {
  return typeof value === 'string' && (isOfficeStatus(value) || isNewerStatus(value));
}
