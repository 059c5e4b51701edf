/** What happens when: simulated milliseconds, and at the same millisecond in the order in which it was planned. */
export interface Timeline {
  nowMs(): number;
  /** Runs `act` after `delayMs`; `what` goes into the trace. */
  after(delayMs: number, what: number, act: () => void): Plan;
  /** The same, for what no promise waits for. */
  quietly(delayMs: number, what: number, act: () => void): void;
  /** Lets the next thing happen, and says whether promises have to settle before the one after it. */
  next(): 'nothing' | 'quiet' | 'stirring';
  /** A number that two runs share only when the same things happened at the same times. */
  readonly hash: number;
  readonly count: number;
  note(value: number): void;
}

/** Something that will happen, unless it is called off. */
export interface Plan {
  isOff: boolean;
}

interface Planned extends Plan {
  readonly atMs: number;
  readonly order: number;
  readonly what: number;
  readonly isQuiet: boolean;
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

  function plan(delayMs: number, what: number, isQuiet: boolean, act: () => void): Plan {
    order += 1;
    const atMs = nowMs + Math.max(0, Math.round(delayMs));
    const planned: Planned = { atMs, order, what, isQuiet, isOff: false, act };
    push(heap, planned);
    return planned;
  }

  return {
    nowMs: () => nowMs,
    after: (delayMs, what, act) => plan(delayMs, what, false, act),
    quietly(delayMs, what, act) {
      plan(delayMs, what, true, act);
    },
    next() {
      let event = pop(heap);
      while (event?.isOff === true) event = pop(heap);
      if (event === undefined) return 'nothing';
      nowMs = event.atMs;
      count += 1;
      note(event.what);
      note(event.atMs);
      event.act();
      return event.isQuiet ? 'quiet' : 'stirring';
    },
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
