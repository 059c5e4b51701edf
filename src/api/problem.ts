import type { FieldProblem, FieldProblemCode } from '#domain/form/answers.ts';
import { isRecord } from '#lib/is-record.ts';
import type { HttpAnswer } from './http-client.ts';

/** A record, so that a new code in the domain fails to compile here and not on somebody's phone. */
const knownCodes: Readonly<Record<FieldProblemCode, true>> = {
  required: true,
  tooShort: true,
  tooLong: true,
  pattern: true,
  notDigits: true,
  notNumber: true,
  notInteger: true,
  tooSmall: true,
  tooLarge: true,
  notDate: true,
  tooEarly: true,
  tooLate: true,
  notTime: true,
  notPosition: true,
  notOption: true,
  notYesNo: true,
  nikLength: true,
  kkLength: true,
  notPhone: true,
  notDifferent: true,
  notArea: true,
  tooFewItems: true,
  tooManyItems: true,
  notText: true,
  wrongShape: true,
  unknownField: true,
  documentMissing: true,
  tooManyDocuments: true,
  documentNotAccepted: true,
};
const mostProblems = 200;

/** The last part of the `type` of an RFC 9457 problem: "wrong-code". Null when it is none. */
export function problemKind({ mediaType, body }: Pick<HttpAnswer, 'mediaType' | 'body'>): string | null {
  const type = mediaType === 'application/problem+json' && isRecord(body) ? body['type'] : undefined;
  return typeof type === 'string' ? (type.split(':').at(-1) ?? null) : null;
}

/**
 * RFC 9457 `errors` of a refusal. Never throws; what can't be pointed at is left out. A code that this release does
 * not know becomes 'pattern' ("does not fit"), so that the person at least sees which answer it is about.
 */
export function readFieldProblems(errors: unknown): readonly FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, mostProblems).flatMap((error: unknown) => {
    if (!isRecord(error) || typeof error['pointer'] !== 'string' || !isPointer(error['pointer'])) return [];
    const params = readParams(error['params']);
    return [{ pointer: error['pointer'], code: readCode(error['code']), ...(params === null ? {} : { params }) }];
  });
}

function readCode(code: unknown): FieldProblemCode {
  return isKnownCode(code) ? code : 'pattern';
}

function isKnownCode(code: unknown): code is FieldProblemCode {
  return typeof code === 'string' && Object.hasOwn(knownCodes, code);
}

/** RFC 6901. */
function isPointer(text: string): boolean {
  return text === '' || (text.startsWith('/') && !/~(?![01])/.test(text));
}

function readParams(params: unknown): Readonly<Record<string, string | number>> | null {
  if (!isRecord(params)) return null;
  const kept = Object.entries(params).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
