import type { Draft } from '#domain/application/draft.ts';

/** A draft begins with the first thing saved in it, an answer or a step left: a form only looked at is none. */
export function isBegun({ answers, createdAtMs, updatedAtMs }: Draft): boolean {
  return updatedAtMs !== createdAtMs || Object.keys(answers).length > 0;
}
