import type { OutboxEntry } from './outbox-entry.ts';

/** After a day without news of it the office has perhaps lost it, and nobody is kept from repairing. */
const patienceMs = 24 * 60 * 60 * 1000;

/**
 * Whether what the office last told does not know this change yet: not sent, or taken by the office and not told of
 * since.
 */
export function isOnTheWay({ delivery }: OutboxEntry, toldVersion: number, nowMs: number): boolean {
  if (delivery.state !== 'delivered') return true;
  return delivery.receipt.version > toldVersion && nowMs - delivery.deliveredAtMs < patienceMs;
}
