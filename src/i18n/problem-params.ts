import type { Language } from './language.ts';
import { formatsOf } from './format.ts';

/** The numbers that come with a FieldProblem: `min`, `max` (for dates in ISO 8601) and `length`. */
export type ProblemParams = Readonly<Record<string, string | number>> | undefined;

export function numberParam(params: ProblemParams, name: string, language: Language): string {
  const value = Number(params?.[name]);
  return Number.isFinite(value) ? formatsOf(language).number(value) : '';
}

export function dateParam(params: ProblemParams, name: string, language: Language): string {
  const ms = Date.parse(String(params?.[name]));
  return Number.isFinite(ms) ? formatsOf(language).date(ms) : '';
}
