import { expect, test } from 'vitest';
import { covers } from './install.mjs';
import { majorOf } from './node24.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };

test('an install is not repeated when every locked package is there in its version', () => {
  expect(covers({ '': {}, 'node_modules/a': a }, { 'node_modules/a': a })).toBe(true);
  expect(covers({ 'node_modules/a': a, 'node_modules/b': { ...a, optional: true } }, { 'node_modules/a': a })).toBe(
    true,
  );
});

test('a missing package, another version and other bytes ask for an install', () => {
  expect(covers({ 'node_modules/a': a }, {})).toBe(false);
  expect(covers({ 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } })).toBe(false);
  expect(covers({ 'node_modules/a': a }, { 'node_modules/a': { ...a, integrity: 'sha512-b' } })).toBe(false);
});

test('the major version of Node is read from what it prints', () => {
  expect(majorOf('v24.21.0\n')).toBe(24);
  expect(majorOf('v20.19.0')).toBe(20);
  expect(majorOf('nonsense')).toBe(0);
});
