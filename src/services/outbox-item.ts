import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { OutboxItem } from './menu.ts';

/** An entry as screens have it: with what the office last said of it, and how much of it is through. */
export function outboxItem({
  entry,
  tracked,
}: {
  readonly entry: OutboxEntry;
  readonly tracked: TrackedApplication | null;
}): OutboxItem {
  let sentBytes = 0;
  let totalBytes = 0;
  for (const { sizeBytes, progress } of entry.documents) {
    totalBytes += sizeBytes;
    if (progress.state === 'verified') sentBytes += sizeBytes;
    else if (progress.state === 'uploading') sentBytes += progress.offsetBytes;
  }
  return { entry, tracked, sentBytes, totalBytes, leftBytes: leftBytes(entry, totalBytes - sentBytes) };
}

function leftBytes({ delivery, envelope }: OutboxEntry, ofPapers: number): number {
  if (delivery.state === 'delivered') return 0;
  return delivery.receipt === null ? ofPapers + envelope.sizeBytes : ofPapers;
}
