import type { Draft } from '#domain/application/draft.ts';

/**
 * A draft begins with the first thing saved in it, an answer, a step left or a resident's yes: a form only looked at is
 * none.
 */
export function isBegun({ answers, consent, createdAtMs, updatedAtMs }: Draft): boolean {
  return updatedAtMs !== createdAtMs || consent !== undefined || Object.keys(answers).length > 0;
}
