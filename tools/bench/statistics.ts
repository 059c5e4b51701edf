export interface Spread {
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly n: number;
}

/** Of at least one figure, in whole milliseconds. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (index: number): number => Math.round(sorted[index] ?? Number.NaN);
  return {
    medianMs: at(Math.floor(sorted.length / 2)),
    lowMs: at(0),
    highMs: at(sorted.length - 1),
    n: sorted.length,
  };
}

export function ratio(a: Spread, b: Spread): number {
  return Math.round((a.medianMs / b.medianMs) * 100) / 100;
}
