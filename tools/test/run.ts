/**
 * The gate. `npm test` runs every step; `-- --check` leaves out those that need real browsers, PostgreSQL or ClamAV;
 * `-- --only lint,types` runs the named ones, `npm run test:e2e -- WORD…` the browser promises with a word in their file
 * or title. The last line counts tests: `N passed, N failed`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../node24.mjs';
import { runSteps } from './run-steps.ts';
import { sum } from './step.ts';
import { steps } from './steps.ts';

// A step's children are in groups of their own; our `exit` handlers end them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

const { values, positionals: words } = parseArgs({
  options: { only: { type: 'string' }, check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = values.only?.split(',').map((name) => name.trim());
const unknown = wanted?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}`);
  process.exit(2);
}
const chosen = steps.filter((step) =>
  wanted === undefined ? !(values.check && step.fullOnly === true) : wanted.includes(step.name),
);

// Hundreds of processes read the same sources: whichever is first compiles them for the others.
process.env['NODE_COMPILE_CACHE'] ??= join(root, '.cache', 'compiled');

const folder = join(root, '.cache', 'test-logs');
mkdirSync(folder, { recursive: true });
const startMs = performance.now();
const counts = await runSteps(chosen, { full: !values.check, words, lanes: 2, folder });
const total = sum(counts);
console.log(`\n${chosen.length} steps in ${((performance.now() - startMs) / 60_000).toFixed(1)} minutes`);
for (const failure of counts.flatMap(({ failures = [] }) => failures)) console.log(`\n× ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
