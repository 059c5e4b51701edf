import type { Answers } from '#domain/form/answers.ts';
import { sameJson } from './same-json.ts';

/**
 * Brings together two tabs of one draft, answer by answer: what only one side changed since `base` is taken, and
 * where both did, ours stays and `clash` is true.
 */
export function mergeAnswers(
  base: Answers,
  ours: Answers,
  theirs: Answers,
): { readonly answers: Answers; readonly clash: boolean } {
  const merged: Record<string, Answers[string]> = {};
  let clash = false;
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const ourChange = !sameJson(ours[key], base[key]);
    if (ourChange && !sameJson(theirs[key], base[key]) && !sameJson(ours[key], theirs[key])) clash = true;
    const value = ourChange ? ours[key] : theirs[key];
    if (value !== undefined) merged[key] = value;
  }
  return { answers: merged, clash };
}
