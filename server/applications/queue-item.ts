import type { z } from 'zod';
import type { QueueItem } from '#contract/queue-schemas.ts';
import type { QueueRow } from '../stores/queue-store.ts';

/** A line of the office's list: whose it is, and which field officer put it in. */
export function queueItemOf(row: QueueRow): z.input<typeof QueueItem> {
  const { id, registrationNumber, serviceId, status, version, receivedAtMs, applicantName, office, dueOn } = row;
  return {
    id,
    registrationNumber,
    serviceId,
    status,
    version,
    receivedAt: new Date(receivedAtMs).toISOString(),
    ...(applicantName === null ? {} : { applicantName }),
    ...(row.submittedBy === null ? {} : { submittedBy: row.submittedBy }),
    ...(office === null ? {} : { office }),
    due: { dueOn },
    ...(row.assignee === null ? {} : { assignee: row.assignee }),
    duplicates: row.hasDuplicates,
    ...(row.isSealed ? { sealed: true as const } : {}),
  };
}
