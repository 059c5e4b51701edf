/**
 * The test of the test: each mutant has to be found.
 *   node tests/simulation/mutants-cli.ts [word …]    only those whose name has one of the words
 */
import { mutants } from './mutants.ts';
import { lanes, runJob } from './seed-jobs.ts';

/** Within so many seeds. */
const limit = 10_000;

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const wanted = mutants.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const waiting = [...wanted];
const survivors: string[] = [];
await Promise.all(Array.from({ length: lanes }, work));

for (const name of survivors) console.log(`survived: ${name}`);
console.log(`mutants: ${wanted.length - survivors.length} of ${wanted.length} killed`);
process.exit(survivors.length === 0 && wanted.length > 0 ? 0 : 1);

async function work(): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const { name } = mutant;
    const found = await hunt(name);
    if (found === null) survivors.push(name);
    else console.log(`${name}\n    seed ${found.seed}, ${found.verdict}: ${found.message}`);
  }
}

async function hunt(name: string) {
  const { failures } = await runJob({ first: 1, seeds: limit, mutant: name });
  return failures[0] ?? null;
}
