import { expect, it } from 'vitest';
import { prefersLess } from './preference.ts';

it.each([
  ['return=minimal', true],
  ['respond-async, Return = "minimal"; x=1', true],
  ['return=representation', false],
  ['return=minimally', false],
  ['', false],
  [undefined, false],
])('Prefer: %j asks for less: %s', (header, wanted) => {
  expect(prefersLess(header)).toBe(wanted);
});
