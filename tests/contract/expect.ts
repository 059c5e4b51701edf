import { isDeepStrictEqual } from 'node:util';

/** The backend breaks a promise of the contract. The message is the "why" of the report: what was asked, what came. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

export function fail(why: string): never {
  throw new CheckFailed(why);
}

export function expectThat(condition: boolean, why: string): asserts condition {
  if (!condition) fail(why);
}

/** Compares as JSON values: the order of keys does not matter, the order of items does. */
export function expectEqual(actual: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, wanted)) fail(`${what} is ${brief(actual)}, expected ${brief(wanted)}`);
}

interface AnyAnswer {
  /** "PUT /v1/applications/0192… → 201" */
  readonly exchange: string;
  readonly status: number;
}

export function expectStatus(answer: AnyAnswer, ...allowed: readonly number[]): void {
  if (!allowed.includes(answer.status)) fail(`${answer.exchange}, expected ${allowed.join(' or ')}`);
}

export function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
