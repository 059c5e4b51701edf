import { expect, test } from 'vitest';
import type { Condition } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { conditionProblem, holds } from './condition.ts';

const scope = Object.assign(Object.create(null), { jumlah: 3, warna: 'biru', menikah: false, bantuan: ['pkh'] });

test.each<[Condition, boolean]>([
  [true, true],
  [false, false],
  [{ '==': [{ var: 'warna' }, 'biru'] }, true],
  [{ '!=': [{ var: 'warna' }, 'biru'] }, false],
  [{ '>': [{ var: 'jumlah' }, 2] }, true],
  [{ in: ['pkh', { var: 'bantuan' }] }, true],
  [{ in: [{ var: 'warna' }, ['merah', 'hijau']] }, false],
  [{ '!': { var: 'menikah' } }, true],
  [{ and: [{ var: 'jumlah' }, { or: [{ var: 'menikah' }, { '<': [1, { var: 'jumlah' }, 5] }] }] }, true],
  [{ if: [{ var: 'menikah' }, true, false] }, false],
  [{ var: 'tidak_ada' }, false],
])('the rule %j decides by the answers', (rule, shown) => {
  expect(conditionProblem(rule)).toBeNull();
  expect(holds(rule, scope)).toBe(shown);
});

const deep = (levels: number): JsonValue => (levels === 0 ? { var: 'jumlah' } : { '!': [deep(levels - 1)] });

test.each<[string, Condition]>([
  ['null', null],
  ['a text', 'warna'],
  ['a list', [{ var: 'warna' }]],
  ['an empty object', {}],
  ['two operations in one object', { '==': [1, 1], '!=': [1, 1] }],
  ['an operation that does not exist', { equals: [{ var: 'warna' }, 'biru'] }],
  ['an operation that would print answers', { log: { var: 'warna' } }],
  ['a path into the evaluator', { 'var.constructor': ['x'] }],
  ['an inherited name', { constructor: [] }],
  ['too few arguments', { '==': [{ var: 'warna' }] }],
  ['a var that is no name', { var: { var: 'warna' } }],
  ['a mistake deep inside', { and: [true, { or: [false, { nope: 1 }] }] }],
  ['nesting without end', deep(5000)],
])('%s is no rule: the question is shown, and the checker says why', (_name, rule) => {
  expect(holds(rule, scope)).toBe(true);
  expect(conditionProblem(rule)).toEqual(expect.any(String));
});

test('F82: a rule can not reach past the answers', () => {
  for (const path of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(holds({ '!!': { var: path } }, scope)).toBe(false);
  }
});

test('no rule at all shows the question', () => {
  expect(holds(undefined, scope)).toBe(true);
});
