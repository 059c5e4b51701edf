import type { OutboxEntry } from '#domain/application/outbox-entry.ts';

/** needs-person → waiting, due now; what the office holds already stays held. Any other entry as it is. */
export function requeued(entry: OutboxEntry, nowMs: number): OutboxEntry {
  const { delivery } = entry;
  if (delivery.state !== 'needs-person') return entry;
  // The resident has taken their consent back: it stays aside.
  const pausedAtMs = entry.consent?.withdrawnAtMs;
  return {
    ...entry,
    ...(pausedAtMs === undefined ? {} : { pausedAtMs }),
    // A person asked anew, so the uploads that had to begin again are counted anew.
    documents: entry.documents.map((document) => ({ ...document, restarts: 0 })),
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: delivery.receipt },
  };
}
