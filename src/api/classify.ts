/** From an answer's status and media type to an outcome; never by its words; of 426 also by its problem's type. The table is the contract's. */
import type { FieldProblem } from '#domain/form/answers.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Outcome } from '#sync/ports.ts';
import { isJson, type HttpAnswer, type Silence } from './http-client.ts';
import { problemKind, readFieldProblems } from './problem.ts';

/** `upload`: the URL that tus's HEAD and PATCH go to; `resource`: everything else. */
export type Target = 'resource' | 'upload';

const oneSecondMs = 1_000;
const oneHourMs = 3_600_000;
/** For a busy office that does not say how long. */
const defaultRetryAfterMs = 30_000;
const longestDetail = 1_000;

/**
 * @param accept reads what is ours out of a successful answer; undefined when it is not ours
 */
export function classify<T>(
  answer: HttpAnswer | Silence,
  target: Target,
  nowMs: number,
  accept: (answer: HttpAnswer) => T | undefined,
): Outcome<T> {
  if (answer.kind === 'silence') return { kind: 'unreachable', reason: 'network', status: null };
  if (answer.status >= 200 && answer.status < 300) return success(answer, target, accept);
  return failure(answer, target, nowMs);
}

function success<T>(answer: HttpAnswer, target: Target, accept: (answer: HttpAnswer) => T | undefined): Outcome<T> {
  const value = accept(answer);
  if (value !== undefined) return { kind: 'ok', value };
  const { status } = answer;
  // Somebody else's page with a friendly status: the hotel's log-in, the provider's notice (F38).
  const foreign =
    target === 'upload' ? answer.mediaType !== '' : !isJson(answer.mediaType) || answer.body === undefined;
  return { kind: 'unreachable', reason: foreign ? 'captive-portal' : 'server-error', status };
}

function failure(answer: HttpAnswer, target: Target, nowMs: number): Exclude<Outcome<never>, { kind: 'ok' }> {
  const { status } = answer;
  if (isSomebodyElses(answer, target)) {
    return { kind: 'unreachable', reason: 'captive-portal', status: status === 0 ? null : status };
  }
  switch (status) {
    case 401:
      return { kind: 'sign-in-needed' };
    case 408:
    case 425:
      return { kind: 'unreachable', reason: 'server-error', status };
    case 423:
      return { kind: 'offset-conflict' };
    case 426:
      return { kind: problemKind(answer) === 'sealing-required' ? 'seal-needed' : 'update-needed' };
    case 429:
    case 503:
      return { kind: 'busy', retryAfterMs: retryAfterMs(answer.header('retry-after'), nowMs) };
    case 460:
      return { kind: 'digest-mismatch' };
    // RFC 6585: "Network Authentication Required", said by what stands in between.
    case 511:
      return { kind: 'unreachable', reason: 'captive-portal', status };
  }
  if (status >= 500) return { kind: 'unreachable', reason: 'server-error', status };
  if (target === 'upload' && status === 409) return { kind: 'offset-conflict' };
  if (target === 'upload' && (status === 404 || status === 410)) return { kind: 'upload-gone' };
  return refusal(answer);
}

/**
 * The office never redirects, and says every refusal in JSON; on an upload URL it may say it without a word. A page
 * with a 401 or a 426 is somebody in between, and no reason to sign in or to update. What stands in between may well
 * say that a body is too large, or that too much is asked of it.
 */
function isSomebodyElses({ status, mediaType }: HttpAnswer, target: Target): boolean {
  if (status < 400) return true;
  if (status >= 500 || status === 408 || status === 413 || status === 425 || status === 429) return false;
  return !isJson(mediaType) && !(target === 'upload' && mediaType === '');
}

function refusal(answer: HttpAnswer): Extract<Outcome<never>, { kind: 'refused' }> {
  const problem = isRecord(answer.body) ? answer.body : {};
  const words = [problem['detail'], problem['title']].find((text) => typeof text === 'string' && text.trim() !== '');
  return {
    kind: 'refused',
    status: answer.status,
    detail: typeof words === 'string' ? words.trim().slice(0, longestDetail) : null,
    fieldProblems: readFieldProblems(problem['errors']) satisfies readonly FieldProblem[],
  };
}

/** RFC 9110 section 10.2.3, seconds or a date, in [1 s, 1 h] (or `mostMs`) whatever it says (F45). */
export function retryAfterMs(header: string | null, nowMs: number, mostMs = oneHourMs): number {
  return Math.min(mostMs, Math.max(oneSecondMs, askedMs(header?.trim() ?? '', nowMs)));
}

function askedMs(text: string, nowMs: number): number {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text) * oneSecondMs;
  // A bare number would be taken for a year; every HTTP date has letters in it.
  const dateMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? defaultRetryAfterMs : dateMs - nowMs;
}
