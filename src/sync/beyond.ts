/** What waits and is not in the hands of the run, because it may not go yet or was not read: numbers only. */
export interface Beyond {
  readonly waiting: number;
  readonly soonestMs: number | null;
}

export const nothingBeyond: Beyond = { waiting: 0, soonestMs: null };

export function withOneMore({ waiting, soonestMs }: Beyond, dueMs: number): Beyond {
  return { waiting: waiting + 1, soonestMs: Math.min(soonestMs ?? dueMs, dueMs) };
}
