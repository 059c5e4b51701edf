import { z } from 'zod';
import { statusOf } from './sql-status.ts';
import type { HistoryEntry } from './application-store.ts';
import type { SqlReader, SqlRow, SqlTransaction } from './sql-database.ts';
import { keepPromise } from './sql-promise.ts';
import { integer, text, textOrNull } from './sql-row.ts';

const Fields = z.array(z.string());
const actors: readonly HistoryEntry['by'][] = ['applicant', 'field-officer', 'official'];

/** Part of the transaction that raises the version, so that neither is there without the other. */
export async function insertHistory(
  tx: SqlTransaction,
  applicationId: string,
  entry: HistoryEntry & { readonly version: number },
): Promise<void> {
  const { version, atMs, action, status, by, role, reason, reasonCode, fields } = entry;
  await tx.all(
    `INSERT INTO history (application_id, version, at, action, status, actor, role, reason, reason_code, fields)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      applicationId,
      version,
      atMs,
      action,
      status,
      by,
      role,
      reason,
      reasonCode ?? null,
      fields.length === 0 ? null : JSON.stringify(fields),
    ],
  );
  await keepPromise(tx, applicationId);
}

/** It is whole at the office. */
export function receivedBy(isOnBehalf: boolean, atMs: number): HistoryEntry {
  const by = isOnBehalf ? 'field-officer' : 'applicant';
  return { atMs, action: 'received', status: 'submitted', by, role: null, reason: null, fields: [] };
}

/** Oldest first. */
export async function readHistory(reader: SqlReader, applicationId: string): Promise<readonly HistoryEntry[]> {
  const rows = await reader.all(
    'SELECT at, action, status, actor, role, reason, reason_code, fields FROM history WHERE application_id = $1 ORDER BY version',
    [applicationId],
  );
  return rows.map(entryOf);
}

function entryOf(row: SqlRow): HistoryEntry {
  const by = actors.find((known) => known === text(row, 'actor'));
  if (by === undefined) throw new Error('A stored actor is not known');
  const fields = textOrNull(row, 'fields');
  const reasonCode = textOrNull(row, 'reason_code');
  return {
    atMs: integer(row, 'at'),
    action: text(row, 'action'),
    status: statusOf(row),
    by,
    role: textOrNull(row, 'role'),
    reason: textOrNull(row, 'reason'),
    ...(reasonCode === null ? {} : { reasonCode }),
    fields: fields === null ? [] : Fields.parse(JSON.parse(fields)),
  };
}
