import type { SecurityRow } from './check.ts';
import { dataRows } from './rows/data.ts';
import { pagesRows } from './rows/pages.ts';
import { papersRows } from './rows/papers.ts';
import { peopleRows } from './rows/people.ts';
import { programRows } from './rows/program.ts';

/** Every requirement that we hold ourselves to, and what is really done for it. */
export const securityRows: readonly SecurityRow[] = [
  ...dataRows,
  ...pagesRows,
  ...papersRows,
  ...peopleRows,
  ...programRows,
].toSorted((one, other) => numberOf(one) - numberOf(other));

function numberOf({ id }: SecurityRow): number {
  return Number(id.slice(1));
}
