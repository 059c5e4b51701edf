import type { OutboxItem } from './menu.ts';

/** Its service has ended, by the office's last word, and it was the person's own. */
export function isAskedAbout({ entry, tracked }: OutboxItem): boolean {
  if (entry.delivery.state !== 'delivered') return false;
  if (entry.residentId !== undefined || entry.about !== undefined) return false;
  const { receipt } = entry.delivery;
  const status = tracked !== null && tracked.version >= receipt.version ? tracked.status : receipt.status;
  return status === 'ready' || status === 'done' || status === 'rejected';
}
