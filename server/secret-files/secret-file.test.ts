import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecret, readOrCreateSecret, readSecret, replaceSecret } from './secret-file.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-secret-'));
  file = join(folder, 'secret');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is made once, for its owner only, and what another server made in the meantime stays', () => {
  expect(readSecret(file)).toBeUndefined();
  expect(createSecret(file, 'one')).toBe(true);
  expect(createSecret(file, 'other')).toBe(false);
  expect(readSecret(file)).toBe('one');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('of two servers that start at once, both go by one’s', () => {
  const mine = readOrCreateSecret(file, () => {
    // The other one is a moment faster.
    createSecret(file, 'theirs');
    return 'mine';
  });
  expect(mine).toBe('theirs');
  expect(readOrCreateSecret(file, () => 'later')).toBe('theirs');
});

it('is replaced whole, for its owner only, and leaves nothing beside it', () => {
  createSecret(file, 'old');
  replaceSecret(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['secret']);
});

it('what can’t be read is no missing file, and is never written over', () => {
  expect(() => readOrCreateSecret(folder, () => 'x')).toThrow('EISDIR');
});
