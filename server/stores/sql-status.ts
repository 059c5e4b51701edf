import { officeStatuses, type OfficeStatus } from '#domain/application/status.ts';
import type { SqlRow } from './sql-database.ts';
import { text } from './sql-row.ts';

export function statusOf(row: SqlRow): OfficeStatus {
  const value = text(row, 'status');
  const status = officeStatuses.find((known) => known === value);
  if (status === undefined) throw new Error('A stored status is not known');
  return status;
}
