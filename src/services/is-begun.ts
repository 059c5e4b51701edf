import type { Draft } from '#domain/application/draft.ts';

/** A draft begins with the first answer, or with the first step left: a form that was only looked at is none. */
export function isBegun({ answers, definition, place }: Draft): boolean {
  return place !== definition.steps[0]?.id || Object.values(answers).some((answer) => answer !== '');
}
