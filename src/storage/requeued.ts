import type { OutboxEntry } from '#domain/application/outbox-entry.ts';

/** needs-person → waiting, due now; what the office holds already stays held. Any other entry as it is. */
export function requeued(entry: OutboxEntry, nowMs: number): OutboxEntry {
  const { delivery } = entry;
  if (delivery.state !== 'needs-person') return entry;
  return {
    ...entry,
    // A person asked anew, so the uploads that had to begin again are counted anew.
    documents: entry.documents.map((document) => ({ ...document, restarts: 0 })),
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: delivery.receipt },
  };
}
