import type { GivenResult, IssuedAnswer, IssuedDocument } from '#domain/application/given-result.ts';
import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';
import { readMoment, readOffice, textOrNull } from './read-members.ts';

const day = /^\d{4}-\d\d-\d\d$/;
const patienceMs = 60_000;

/** What can't be read of it is left out. */
export function readResults(results: unknown): readonly GivenResult[] {
  const all: readonly unknown[] = Array.isArray(results) ? results : [];
  return all.flatMap((one) => readResult(one) ?? []);
}

function readResult(wire: unknown): GivenResult | undefined {
  if (!isRecord(wire)) return undefined;
  const [id, title, givenAtMs] = [textOrNull(wire['id']), textOrNull(wire['title']), readMoment(wire['at'])];
  if (id === null || title === null || givenAtMs === null) return undefined;
  const named = { id, title, number: textOrNull(wire['number']), givenAtMs };
  const { file, pickup } = wire;
  if (wire['kind'] === 'file' && isRecord(file)) {
    const { size, sha256 } = file;
    if (typeof size !== 'number' || !(size > 0) || typeof sha256 !== 'string') return undefined;
    return { kind: 'file', ...named, sizeBytes: size, sha256 };
  }
  if (wire['kind'] !== 'pickup' || !isRecord(pickup)) return undefined;
  const [place, from] = [textOrNull(pickup['place']), readDay(pickup['from'])];
  if (place === null || from === null) return undefined;
  return { kind: 'pickup', ...named, place, from, until: readDay(pickup['until']), bring: textOrNull(pickup['bring']) };
}

function readDay(value: unknown): string | null {
  return typeof value === 'string' && day.test(value) ? value : null;
}

export type FetchedResult =
  | { readonly kind: 'ok'; readonly bytes: ArrayBuffer }
  /** The office has it no more, or not for this person. */
  | { readonly kind: 'gone' | 'no-connection' };

/** The PDF, with the session of the page; into memory and no cache. http-client.ts reads JSON alone. */
export async function fetchResult(
  id: string,
  doFetch: typeof fetch = (input, init) => fetch(input, init),
): Promise<FetchedResult> {
  try {
    const response = await doFetch(`/v1/results/${encodeURIComponent(id)}/content`, {
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patienceMs),
    });
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim();
    if (response.status === 200 && mediaType === 'application/pdf') {
      return { kind: 'ok', bytes: await response.arrayBuffer() };
    }
    await response.body?.cancel();
    // A page of somebody in between is no answer of the office.
    const isGone = mediaType === 'application/problem+json' && (response.status === 404 || response.status === 410);
    return { kind: isGone ? 'gone' : 'no-connection' };
  } catch {
    return { kind: 'no-connection' };
  }
}

/** Whether an office has given a document with this number; for anybody. */
export async function askIssued(http: HttpClient, nowMs: () => number, number: string): Promise<IssuedAnswer> {
  const target = `/v1/issued?number=${encodeURIComponent(number)}`;
  const answer = await http.send({ method: 'GET', target }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readIssued(body) : undefined,
  );
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'refused') return { kind: 'unknown' };
  return { kind: outcome.kind === 'busy' ? 'busy' : 'no-connection' };
}

function readIssued(body: unknown): IssuedDocument | undefined {
  if (!isRecord(body) || body['state'] !== 'valid') return undefined;
  const [number, serviceId, issuedOn] = [
    textOrNull(body['number']),
    textOrNull(body['serviceId']),
    readDay(body['issuedOn']),
  ];
  if (number === null || serviceId === null || issuedOn === null) return undefined;
  return { kind: 'found', number, serviceId, issuedOn, office: readOffice(body['office']) };
}
