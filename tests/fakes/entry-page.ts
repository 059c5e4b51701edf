import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { EntryPage } from '#sync/ports.ts';

/** A page as OutboxStore promises it, of entries in any order. */
export function entryPage(all: readonly OutboxEntry[], afterSequence: number, limit: number): EntryPage {
  const rest = all.filter(({ sequence }) => sequence > afterSequence).toSorted((a, b) => a.sequence - b.sequence);
  const last = rest[limit - 1]?.sequence;
  if (last === undefined) return { entries: rest, nextAfter: null };
  return { entries: rest.filter(({ sequence }) => sequence <= last), nextAfter: last };
}
