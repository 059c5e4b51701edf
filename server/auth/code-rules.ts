const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Long enough for a message that a weak network brings late. */
export const codeLifetimeMs = 10 * minuteMs;
export const codeTries = 5;
export const resendAfterMs = minuteMs;
/** A right code whose answer was lost may be sent once more for so long, as long as its session has not been used. */
export const sameAgainMs = minuteMs;

interface Cap {
  readonly codes: number;
  readonly withinMs: number;
}
type CapName = 'number' | 'address' | 'device';

export type CodeCaps = Readonly<Record<CapName, readonly Cap[]>>;

/** A whole village may come from one address of a mobile operator; a number is one person's. */
export const usualCaps: CodeCaps = {
  number: [
    { codes: 1, withinMs: resendAfterMs },
    { codes: 5, withinMs: hourMs },
    { codes: 10, withinMs: dayMs },
  ],
  address: [
    { codes: 60, withinMs: hourMs },
    { codes: 300, withinMs: dayMs },
  ],
  device: [
    { codes: 10, withinMs: hourMs },
    { codes: 20, withinMs: dayMs },
  ],
};

/** When codes were asked for in the last 24 hours, the oldest first. */
export interface RecentCodes extends Readonly<Record<CapName, readonly number[]>> {
  /** By everybody together. */
  readonly total: number;
  readonly oldestMs: number | null;
}

export interface CodeRefusal {
  readonly limit: CapName | 'budget';
  readonly retryAfterMs: number;
}

/** @param dailyBudget codes that all numbers together may cost in 24 hours. Null: go on. */
export function judgeCodeRequest(
  recent: RecentCodes,
  dailyBudget: number,
  nowMs: number,
  caps: CodeCaps = usualCaps,
): CodeRefusal | null {
  const refusals = (['number', 'address', 'device'] as const).flatMap((limit) =>
    caps[limit].flatMap(({ codes, withinMs }) => {
      const counted = recent[limit].filter((atMs) => atMs > nowMs - withinMs);
      const freeing = counted.at(-codes);
      return freeing === undefined ? [] : [{ limit, retryAfterMs: freeing + withinMs - nowMs }];
    }),
  );
  const budget: readonly CodeRefusal[] =
    recent.total < dailyBudget
      ? []
      : [{ limit: 'budget', retryAfterMs: Math.max(minuteMs, (recent.oldestMs ?? nowMs) + dayMs - nowMs) }];
  return [...refusals, ...budget].toSorted((a, b) => b.retryAfterMs - a.retryAfterMs)[0] ?? null;
}

/** The share of the budget at which the operator is told, while there is still time. */
const alarmShare = 0.8;
/** @returns how much of it is used, in percent, at the code that reaches 80 % and at the one that uses it up */
export function budgetAlarm(totalBefore: number, dailyBudget: number): number | null {
  const total = totalBefore + 1;
  if (total === dailyBudget) return 100;
  return total === Math.ceil(dailyBudget * alarmShare) ? Math.round(alarmShare * 100) : null;
}
