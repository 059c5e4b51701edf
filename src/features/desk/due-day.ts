import { isIsoDate } from '#domain/form/parse-date.ts';

const dayMs = 86_400_000;

export type DueDay =
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'today' | 'tomorrow' }
  | { readonly kind: 'in'; readonly days: number };

/**
 * How far a promised day is. Calendar days, not working days: it is what a person counts on the wall.
 * @param today WIB day, "2026-11-27"
 */
export function dueDay(dueOn: string, today: string): DueDay | null {
  if (!isIsoDate(dueOn)) return null;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayMs);
  if (days < 0) return { kind: 'late', days: -days };
  if (days === 0) return { kind: 'today' };
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'in', days };
}

/** Whole days since it came. */
export function ageInDays(receivedAtMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - receivedAtMs) / dayMs));
}
