/** Smallest number of single-letter changes (swapped neighbours count once) from `typed` to any beginning of `whole`. */
export function prefixDistance(typed: string, whole: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: whole.length + 1 }, (_, column) => column);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= whole.length; j += 1) {
      const same = typed[i - 1] === whole[j - 1];
      const changed = (row[j - 1] ?? 0) + (same ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && typed[i - 1] === whole[j - 2] && typed[i - 2] === whole[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}
