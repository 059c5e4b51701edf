/**
 * As much of vitest as the store's suites need, for a page of a real browser: the suites are bundled with this in its
 * place. Stricter than vitest where the two differ, so that nothing passes here by mistake.
 */
import { differenceOf } from './difference-of.ts';

type Act = () => unknown;
interface Test {
  readonly name: string;
  readonly before: readonly Act[];
  readonly after: readonly Act[];
  readonly act: Act;
}
interface Group {
  readonly name: string;
  readonly before: Act[];
  readonly after: Act[];
}

export interface TestResult {
  readonly name: string;
  /** Null when it passed. */
  readonly error: string | null;
}

const tests: Test[] = [];
let groups: readonly Group[] = [{ name: '', before: [], after: [] }];

export function describe(name: string, fill: () => void): void {
  const outer = groups;
  groups = [...outer, { name, before: [], after: [] }];
  fill();
  groups = outer;
}

export function it(name: string, act: Act): void {
  tests.push({
    name: [...groups.map((group) => group.name), name].filter((part) => part !== '').join(' > '),
    before: groups.flatMap((group) => group.before),
    after: groups.flatMap((group) => group.after).toReversed(),
    act,
  });
}

it.each =
  (rows: readonly unknown[]) =>
  (name: string, act: (...row: readonly unknown[]) => unknown): void => {
    for (const row of rows) {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row];
      it(`${name} (${values.map(String).join(', ')})`, () => act(...values));
    }
  };

export function beforeEach(act: Act): void {
  groups.at(-1)?.before.push(act);
}

export function afterEach(act: Act): void {
  groups.at(-1)?.after.push(act);
}

export function expect(actual: unknown) {
  const fail = (what: string): never => {
    throw new Error(what);
  };
  const toEqual = (expected: unknown): void => {
    const difference = differenceOf(actual, expected, 'all');
    if (difference !== null) fail(difference);
  };
  const toBe = (expected: unknown): void => {
    if (!Object.is(actual, expected)) fail(`${String(actual)} is not ${String(expected)}`);
  };
  return {
    toEqual,
    toBe,
    toBeNull: () => toBe(null),
    toBeUndefined: () => toBe(undefined),
    toBeDefined: () => {
      if (actual === undefined) fail('undefined');
    },
    toHaveLength: (length: number) => {
      if (!Array.isArray(actual) || actual.length !== length) fail(`not ${String(length)} long`);
    },
    toContain(part: unknown) {
      if (!Array.isArray(actual)) fail(`${String(actual)} is no list`);
      else if (!actual.includes(part)) fail(`${String(part)} is not in it`);
    },
    toMatchObject(expected: unknown) {
      const difference = differenceOf(actual, expected, 'expected');
      if (difference !== null) fail(difference);
    },
    not: {
      toBe(expected: unknown) {
        if (Object.is(actual, expected)) fail(`${String(actual)}, which it must not be`);
      },
      toBeNull() {
        if (actual === null) fail('null');
      },
      toHaveProperty(key: string) {
        if (typeof actual !== 'object' || actual === null) fail(`${String(actual)} is no object`);
        else if (key in actual) fail(`${key} is in it`);
      },
      toContain(part: unknown) {
        if (!Array.isArray(actual)) fail(`${String(actual)} is no list`);
        else if (actual.includes(part)) fail(`${String(part)} is in it`);
      },
    },
    rejects: {
      async toThrow(words: RegExp) {
        const thrown: unknown = await Promise.resolve(actual).then(
          () => fail('it did not reject'),
          (error: unknown) => error,
        );
        if (!(thrown instanceof Error) || !words.test(thrown.message)) fail(`${String(thrown)} does not say ${words}`);
      },
    },
  };
}

/** Every second of them, from the first (0) or from the second (1) on: one after the other, in the order as written. */
export async function runTests(from: 0 | 1): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const { name, before, after, act } of tests.filter((_, index) => index % 2 === from))
    results.push({ name, error: await errorOf([...before, act], after) });
  return results;
}

async function errorOf(acts: readonly Act[], after: readonly Act[]): Promise<string | null> {
  let error: string | null = null;
  const attempt = async (act: Act): Promise<void> => {
    try {
      await act();
    } catch (thrown) {
      error ??= thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
  };
  for (const act of acts) if (error === null) await attempt(act);
  for (const act of after) await attempt(act);
  return error;
}
