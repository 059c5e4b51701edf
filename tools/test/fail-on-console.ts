import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * An error that nobody asked for on the console is a failure that no assertion saw. A test that expects one says so:
 * `vi.spyOn(console, 'error').mockImplementation(...)` and asserts on it, which replaces this watch.
 */
let seen: unknown[][] = [];

beforeEach(() => {
  seen = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    seen.push(words);
  });
});

afterEach(() => {
  const unexpected = seen;
  seen = [];
  expect(unexpected, 'an unexpected console.error').toEqual([]);
});
