import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Stage } from '../harness/stage.ts';
import { bundleStorePage } from './bundle-store-page.ts';

const Results = z.array(z.object({ name: z.string(), error: z.string().nullable() }));
/** Fewer mean that the bundle has lost some on the way. */
const fewestTests = 25;

/** One half of the store's suites, on the IndexedDB of a real browser. */
export async function passInAPage(stage: Stage, half: 0 | 1): Promise<void> {
  const script = await bundleStorePage();
  const phone = await stage.chromium();
  const html = '<!doctype html><meta charset="utf-8"><title>store</title><script src="/store-suite.js"></script>';
  await phone.page.route('**/store-suite.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await phone.page.route('**/store-suite.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await phone.open('/store-suite.html');
  const results = Results.parse(await phone.page.evaluate(`storeSuites.runTests(${half})`));
  const failed = results.filter(({ error }) => error !== null);
  stage.note(`${String(results.length)} tests in the page`);
  assert.deepEqual(failed, []);
  assert.ok(results.length >= fewestTests, `only ${String(results.length)} tests`);
}
