import { afterAll, beforeAll, expect, vi } from 'vitest';

/** Files of tests that share a process: what one leaves behind would be there for the next. */
let environment: NodeJS.ProcessEnv = {};
let folder = '';

beforeAll(() => {
  environment = { ...process.env };
  folder = process.cwd();
});

afterAll(() => {
  const isFake = vi.isFakeTimers();
  vi.useRealTimers();
  expect(isFake, 'the tests leave a clock behind that is none').toBe(false);
  expect({ ...process.env }, 'the tests leave another environment behind').toEqual(environment);
  expect(process.cwd()).toBe(folder);
});
