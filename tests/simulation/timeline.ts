/** What happens when: simulated milliseconds, and at the same millisecond in the order in which it was planned. */
export interface Timeline {
  nowMs(): number;
  /** Runs `act` after `delayMs`; `what` goes into the trace. */
  after(delayMs: number, what: number, act: () => void): void;
  /** Lets the next thing happen. False when nothing is planned. */
  next(): boolean;
  /** When the next thing happens, or null. */
  peekMs(): number | null;
  /** A number that two runs share only when the same things happened at the same times. */
  readonly hash: number;
  readonly count: number;
  note(value: number): void;
}

interface Planned {
  readonly atMs: number;
  readonly order: number;
  readonly what: number;
  readonly act: () => void;
}

export function createTimeline(): Timeline {
  const heap: Planned[] = [];
  let nowMs = 0;
  let order = 0;
  let hash = 0x811c9dc5;
  let count = 0;

  const note = (value: number): void => {
    hash = Math.imul(hash ^ (value | 0), 0x01000193) >>> 0;
  };

  return {
    nowMs: () => nowMs,
    after(delayMs, what, act) {
      order += 1;
      push(heap, { atMs: nowMs + Math.max(0, Math.round(delayMs)), order, what, act });
    },
    next() {
      const event = pop(heap);
      if (event === undefined) return false;
      nowMs = event.atMs;
      count += 1;
      note(event.what);
      note(event.atMs);
      event.act();
      return true;
    },
    peekMs: () => heap[0]?.atMs ?? null,
    note,
    get hash() {
      return hash;
    },
    get count() {
      return count;
    },
  };
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function push(heap: Planned[], item: Planned): void {
  let index = heap.length;
  heap.push(item);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(item, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = item;
}

function pop(heap: Planned[]): Planned | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = index * 2 + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    if (right !== undefined && isBefore(right, left)) child += 1;
    const smaller = heap[child];
    if (smaller === undefined || !isBefore(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
  return first;
}
