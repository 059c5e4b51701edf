/**
 * Who works at the same time takes the same next number, and both find nothing wrong: of two migrations with one number
 * only one would ever run. `node tools/checks/numbers.ts [folder]`
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../node24.mjs';

const migrations = 'server/stores/migrations';
const decisions = 'docs/decisions';
const dialects = ['sqlite', 'postgres'] as const;

export function findNumberFaults(folder: string): readonly string[] {
  const files = readdirSync(join(folder, migrations));
  const records = readdirSync(join(folder, decisions)).filter((name) => name.endsWith('.md'));
  return [
    ...files
      .filter((name) => !dialects.some((dialect) => isMigration(name, dialect)))
      .map((name) => `${migrations}/${name}: a migration is called 0001-what-it-does.sqlite.sql or .postgres.sql`),
    ...dialects.flatMap((dialect) =>
      gapsIn(
        dialect,
        files.filter((name) => isMigration(name, dialect)),
      ),
    ),
    ...records
      .filter((name) => numberOf(name) === null)
      .map((name) => `${decisions}/${name}: a record is called 0001-what-was-decided.md`),
    ...twiceIn(decisions, records),
  ];
}

function isMigration(name: string, dialect: (typeof dialects)[number]): boolean {
  return numberOf(name) !== null && name.endsWith(`.${dialect}.sql`);
}

function numberOf(name: string): number | null {
  const digits = /^(\d{4})-/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** From 1 on, each once. */
function gapsIn(dialect: string, names: readonly string[]): readonly string[] {
  const numbers = new Set(names.map(numberOf));
  const last = Math.max(...names.map((name) => numberOf(name) ?? 0), 1);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !numbers.has(number));
  return [
    ...twiceIn(migrations, names),
    ...missing.map((number) => `${migrations}: ${dialect} has no migration ${String(number).padStart(4, '0')}`),
  ];
}

function twiceIn(folder: string, names: readonly string[]): readonly string[] {
  const byNumber = Map.groupBy(names, numberOf);
  return [...byNumber].flatMap(([number, same]) =>
    number === null || same.length === 1 ? [] : [`${folder}: one number for ${same.toSorted().join(' and ')}`],
  );
}

if (import.meta.main) {
  const faults = findNumberFaults(process.argv[2] ?? root);
  for (const line of faults) console.error(line);
  if (faults.length > 0) process.exitCode = 1;
}
