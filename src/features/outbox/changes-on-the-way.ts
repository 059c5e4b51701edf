import type { OutboxEntry } from '#domain/application/outbox-entry.ts';

/** After a day without news of it the office has perhaps lost it, and nobody is kept from repairing. */
const patienceMs = 24 * 60 * 60 * 1000;

/** Changes that what the office last told does not know yet: not sent, or taken by the office and not told of since. */
export function changesOnTheWay(
  entries: readonly OutboxEntry[],
  toldVersion: number,
  nowMs: number,
): readonly OutboxEntry[] {
  return entries.filter(({ delivery }) => {
    if (delivery.state !== 'delivered') return true;
    return delivery.receipt.version > toldVersion && nowMs - delivery.deliveredAtMs < patienceMs;
  });
}
