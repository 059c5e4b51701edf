/** Whole numbers from `from` to `to`, both among them. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** The same numbers in as few ranges as there are, in order. */
export function rangesOf(numbers: Iterable<number>): readonly NumberRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}

/** What of 1 to `last` is in none of the ranges, which may be in any order and overlap. */
export function gapsIn(last: number, known: readonly NumberRange[]): readonly NumberRange[] {
  const gaps: NumberRange[] = [];
  let next = 1;
  for (const { from, to } of [...known].sort((a, b) => a.from - b.from)) {
    if (next > last) break;
    if (from > next) gaps.push({ from: next, to: Math.min(from - 1, last) });
    next = Math.max(next, to + 1);
  }
  if (next <= last) gaps.push({ from: next, to: last });
  return gaps;
}

export function countOf(ranges: readonly NumberRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** "3, 7-9" */
export function rangesText(ranges: readonly NumberRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
