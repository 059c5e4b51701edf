/**
 * The outbox engine under seeded faults.
 *   node tests/simulation/cli.ts [--seeds N] [--first N]     N seeds, from the first on
 *   node tests/simulation/cli.ts --seed N [--without a,b]    one seed, told as a story
 */
import { parseArgs } from 'node:util';
import { crashPoints } from './crash-points.ts';
import { faultKinds } from './faults.ts';
import { useLeanAbort } from './lean-abort.ts';
import { runSeeds, type SeedsReport } from './run-seeds.ts';
import { runAll } from './seed-jobs.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100000' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    without: { type: 'string', default: '' },
  },
});
const seeds = wholeNumber('seeds', values.seeds);
const first = wholeNumber('first', values.first);
const without = new Set(values.without.split(',').filter((name) => name !== ''));
/** Fewer seeds can't show how often each fault comes. */
const enoughForCoverage = 20_000;
const leastShareOfKind = 0.05;
const leastCrashesPer100k = 500;

useLeanAbort();
if (values.seed === undefined) await runMany();
else await tellStory(wholeNumber('seed', values.seed), without);

async function runMany(): Promise<void> {
  const startMs = performance.now();
  const report = await runAll(first, seeds);
  const gaps = seeds >= enoughForCoverage ? coverageGaps(report) : [];
  printCoverage(report);
  const twice = Math.min(500, seeds);
  const [one, two] = [await runAll(first, twice), await runAll(first, twice)];
  const isSame = one.hash === two.hash;
  console.log(`same seeds, same trace: ${isSame ? 'yes' : 'NO'} (${twice} seeds, ${one.hash.toString(16)})`);
  for (const gap of gaps) console.log(`too rare to count: ${gap}`);
  for (const failure of report.failures.slice(0, 1)) {
    const shrunk = await shrink(failure, settle);
    console.log(`\nseed ${failure.seed}: ${failure.message}`);
    console.log(`${failure.struck.length} strikes, of which ${shrunk.failure.struck.length} are enough:`);
    await tellStory(failure.seed, shrunk.without);
  }
  const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
  const { user, system } = process.cpuUsage();
  const worked = ((user + system) / 1_000_000).toFixed(0);
  const count = (verdict: string): number => report.failures.filter((failure) => failure.verdict === verdict).length;
  console.log(
    `\n${report.events} events in ${seconds} s, ${worked} s of work; ${count('broken')} other promises broken`,
  );
  console.log(
    `simulation: ${report.seeds} seeds, ${count('lost')} lost, ${count('duplicated')} duplicated, ${count('wedged')} wedged`,
  );
  process.exit(report.failures.length === 0 && gaps.length === 0 && isSame ? 0 : 1);
}

async function tellStory(seed: number, leftOut: ReadonlySet<string>): Promise<void> {
  const report = await runSeeds({
    first: seed,
    seeds: 1,
    without: leftOut,
    settle,
    onLine: (line) => {
      console.log(line);
    },
  });
  const [failure] = report.failures;
  console.log(failure === undefined ? 'every promise is kept' : `${failure.verdict}: ${failure.message}`);
  const rest = leftOut.size === 0 ? '' : ` --without ${[...leftOut].join(',')}`;
  console.log(`again: npm run test:simulation -- --seed ${seed}${rest}`);
}

function coverageGaps(report: SeedsReport): readonly string[] {
  const rare = faultKinds.filter((kind) => (report.kinds[kind] ?? 0) < leastShareOfKind * report.seeds);
  const least = (leastCrashesPer100k * report.seeds) / 100_000;
  const unseen = crashPoints.filter((point) => (report.crashes[point] ?? 0) < least);
  return [...rare, ...unseen];
}

function printCoverage(report: SeedsReport): void {
  console.log('fault: share of the seeds in which it came');
  for (const kind of faultKinds) {
    console.log(`  ${kind.padEnd(34)}${(((report.kinds[kind] ?? 0) / report.seeds) * 100).toFixed(1).padStart(6)} %`);
  }
  console.log('crash point: how often somebody died there');
  for (const point of crashPoints)
    console.log(`  ${point.padEnd(34)}${String(report.crashes[point] ?? 0).padStart(8)}`);
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  console.error(`--${name} takes a whole number from 1 on, not "${text}".`);
  process.exit(2);
}
