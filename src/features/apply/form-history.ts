/**
 * Where in the browser's history a form begins, so that Kirim can take its screens out of the way of the back button.
 * A form that is left and opened again begins more than once; `starts` has the place of every beginning, rising.
 */
export type Starts = readonly number[];

/** How the person came to a screen of the form. */
export type Arrival =
  /** From somewhere else, by a link: the browser drops whatever was ahead. */
  | 'entered'
  /** From another screen of the form, by a link. */
  | 'went-on'
  /** Back, ahead, or the page was loaded again. */
  | 'returned';

export function noteArrival(starts: Starts, index: number, arrival: Arrival): Starts {
  const known = arrival === 'returned' ? starts : starts.filter((start) => start < index);
  const isStart = arrival === 'entered' || !known.some((start) => start <= index);
  return isStart ? [...known, index].toSorted((a, b) => a - b) : known;
}

/** How many entries before this one the form began. */
export function stepsToStart(starts: Starts, index: number): number {
  const start = starts.findLast((one) => one <= index);
  return start === undefined ? 0 : index - start;
}
