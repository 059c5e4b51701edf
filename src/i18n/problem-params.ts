import type { Language } from './language.ts';
import { formatsOf } from './format.ts';

/**
 * What comes with a FieldProblem: `min`, `max` (for dates in ISO 8601), `length`; and what a screen adds that knows the
 * question: `unit`, `example`, `year`, `otherName`.
 */
export type ProblemParams = Readonly<Record<string, string | number>> | undefined;

export function numberParam(params: ProblemParams, name: string, language: Language): string {
  const value = Number(params?.[name]);
  return Number.isFinite(value) ? formatsOf(language).number(value) : '';
}

export function dateParam(params: ProblemParams, name: string, language: Language): string {
  const ms = Date.parse(String(params?.[name]));
  return Number.isFinite(ms) ? formatsOf(language).date(ms) : '';
}

export function textParam(params: ProblemParams, name: string): string {
  return String(params?.[name] ?? '');
}

/** "9.000 gram"; a year stays 2026. */
export function amountParam(params: ProblemParams, name: string, language: Language): string {
  const amount = params?.['year'] === undefined ? numberParam(params, name, language) : textParam(params, name);
  return params?.['unit'] === undefined ? amount : `${amount} ${textParam(params, 'unit')}`;
}
