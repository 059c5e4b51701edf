import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersJsonSchema } from '#domain/form/json-schema.ts';
import { validateAnswers } from '#domain/form/validate.ts';
import type { JsonValue } from '#lib/json.ts';
import { anyJson } from '#tests/fixtures/services/arbitrary-answers.ts';
import { hostileDefinitions } from '#tests/fixtures/services/hostile-definitions.ts';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { checkDefinition } from './check-definition.ts';

const mostMs = 3_000;

describe.each(hostileDefinitions)('$what', ({ text, says, app }) => {
  const json: JsonValue = JSON.parse(text);

  test('is named to its author, in few words and in short time', () => {
    const since = performance.now();
    const check = checkDefinition(json);
    expect(performance.now() - since).toBeLessThan(mostMs);
    expect(check.ok ? [] : check.problems.map(({ message }) => message)).toContainEqual(expect.stringMatching(says));
    expect(check.ok ? 0 : check.problems.length).toBeLessThanOrEqual(101);
  });

  test(`an app ${app} it`, () => {
    const since = performance.now();
    const check = checkDefinition(json, 'app');
    expect(check.ok).toBe(app === 'uses');
    if (check.ok) {
      const answers = { a: `${'a'.repeat(190)}!`, nama_pemohon: 'KANARI' };
      expect(validateAnswers(check.definition, answers, { today: '2026-11-26' })).toBeInstanceOf(Array);
      expect(JSON.stringify(answersJsonSchema(check.definition))).toContain('2020-12');
    }
    expect(performance.now() - since).toBeLessThan(mostMs);
  });
});

test('any JSON put in at any place is refused or used, by author and app, and nothing ever throws', () => {
  const whole = JSON.stringify(kitchenSink);
  const spots = [...whole.matchAll(/[:,[]/g)].map(({ index }) => index + 1);
  const hostile = fc.oneof(
    anyJson.map((value) => JSON.stringify(value)),
    fc.constantFrom('{"__proto__":{"a":1}}', '{"constructor":1}', '"\\u202e"', '"<b>"', '1e999', '{"var":"__proto__"}'),
    fc.integer({ min: 1, max: 3_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  );
  fc.assert(
    fc.property(fc.constantFrom(...spots), hostile, (spot, put) => {
      const rest = whole.slice(spot);
      // Before a value or a member: the text stays JSON only for some, and only those are looked at.
      for (const text of [`${whole.slice(0, spot)}${put},${rest}`, `${whole.slice(0, spot)}"x-a":${put},${rest}`]) {
        const json = parsed(text);
        if (json === undefined) continue;
        for (const reader of ['author', 'app'] as const) {
          const check = checkDefinition(json, reader);
          if (check.ok) validateAnswers(check.definition, { nama: 'x' }, { today: '2026-11-26' });
          else expect(check.problems.length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 300 },
  );
});

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
