import type { ToldStatus } from '#domain/application/status.ts';
import type { OutboxItem } from './menu.ts';

export interface OfficeNews {
  readonly status: ToldStatus;
  readonly changedAtMs: number;
  /** The office's words for a return or a refusal. */
  readonly reason: string | null;
}

/** The last word of the office on an application that it has: of the receipt and the feed, whichever is newer. */
export function officeNews({ entry, tracked }: OutboxItem): OfficeNews | null {
  if (entry.delivery.state !== 'delivered') return null;
  const { receipt } = entry.delivery;
  if (tracked !== null && tracked.version >= receipt.version) return tracked;
  return { status: receipt.status, changedAtMs: receipt.receivedAtMs, reason: null };
}
