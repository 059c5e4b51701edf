import type { JsonObject } from '#lib/json.ts';

/** Answers by field id. Groups are objects, repeats are arrays of objects, the rest are strings, numbers and booleans. */
export type Answers = JsonObject;

export type FieldProblemCode =
  | 'required'
  | 'tooShort'
  | 'tooLong'
  | 'pattern'
  | 'notDigits'
  | 'notNumber'
  | 'notInteger'
  | 'tooSmall'
  | 'tooLarge'
  | 'notDate'
  | 'tooEarly'
  | 'tooLate'
  | 'notTime'
  | 'notPosition'
  | 'notOption'
  | 'notYesNo'
  | 'nikLength'
  | 'kkLength'
  | 'notPhone'
  | 'notDifferent'
  | 'notArea'
  | 'tooFewItems'
  | 'tooManyItems'
  | 'notText'
  | 'wrongShape'
  | 'unknownField'
  | 'documentMissing'
  | 'tooManyDocuments'
  | 'documentNotAccepted';

/** Something wrong with one answer, said by pointer and code; the words come from i18n. */
export interface FieldProblem {
  /** JSON Pointer (RFC 6901) into the answers, "/heirs/0/nik"; for a paper "/documents/<slot>". */
  readonly pointer: string;
  readonly code: FieldProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
