import { assigneeOf, officeOfRow, submittedByOf } from './application-rows.ts';
import type { QueueRow } from './queue-store.ts';
import type { SqlRow } from './sql-database.ts';
import { integer, text, textOrNull } from './sql-row.ts';
import { statusOf } from './sql-status.ts';

/** Of application "a", without its answers. */
export const queueColumns = `a.id, a.registration_number, a.service_id, a.status, a.version, a.received_at, a.applicant_name,
  a.office, a.due_on, a.assignee_id, a.assignee_name, a.on_behalf_of,
  CASE WHEN a.sealed_key IS NULL THEN 0 ELSE 1 END AS is_sealed`;

export function rowOf(row: SqlRow): QueueRow {
  return {
    id: text(row, 'id'),
    registrationNumber: text(row, 'registration_number'),
    serviceId: text(row, 'service_id'),
    status: statusOf(row),
    version: integer(row, 'version'),
    receivedAtMs: integer(row, 'received_at'),
    applicantName: textOrNull(row, 'applicant_name'),
    office: officeOfRow(row),
    dueOn: textOrNull(row, 'due_on'),
    assignee: assigneeOf(row),
    isSealed: integer(row, 'is_sealed') === 1,
    hasDuplicates: integer(row, 'has_duplicates') === 1,
    submittedBy: submittedByOf(row),
  };
}
