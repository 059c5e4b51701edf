import { z } from 'zod';
import type { OfficeStatus } from '#domain/application/status.ts';
import type { StoredResult } from './result-store.ts';
import { tellApplicants } from './sql-change-feed.ts';
import type { SqlReader, SqlRow, SqlTransaction } from './sql-database.ts';
import { insertHistory } from './sql-history.ts';
import { integer, text, textOrNull } from './sql-row.ts';
import { statusOf } from './sql-status.ts';

const StoredPickup = z.object({
  place: z.string(),
  from: z.string(),
  until: z.string().optional(),
  bring: z.string().optional(),
});

/** Those that the applicant was told of, oldest first. */
export async function readResults(reader: SqlReader, applicationId: string): Promise<readonly StoredResult[]> {
  const rows = await reader.all(
    `SELECT r.id, r.title, r.number, r.pickup, r.at, d.size, d.sha256 FROM result r
      LEFT JOIN document d ON d.id = r.id
      WHERE r.application_id = $1 AND r.version IS NOT NULL ORDER BY r.version`,
    [applicationId],
  );
  return rows.map(resultOf);
}

/** Given back, or ended without: what was made for it before is not to be told of. */
const untold: readonly OfficeStatus[] = ['submitted', 'under_review', 'returned', 'rejected', 'withdrawn'];

/** The applicant is told of it, if it still is of their application. Under its lock, in the transaction in which it is there. */
export async function tellOfResult(tx: SqlTransaction, id: string, nowMs: number): Promise<void> {
  const [row] = await tx.all(
    `SELECT a.id, a.owner_id, a.claimed_by, a.status, a.version, r.role FROM result r JOIN application a ON a.id = r.application_id
      WHERE r.id = $1 AND r.version IS NULL`,
    [id],
  );
  if (row === undefined) return;
  const applicationId = text(row, 'id');
  const status = statusOf(row);
  if (untold.includes(status)) return;
  const version = integer(row, 'version') + 1;
  await tx.all('UPDATE result SET version = $2 WHERE id = $1', [id, version]);
  await tx.all('UPDATE application SET version = $2, updated_at = $3 WHERE id = $1', [applicationId, version, nowMs]);
  const role = textOrNull(row, 'role');
  const step = { atMs: nowMs, action: 'result', status, by: 'official', role, reason: null, fields: [] } as const;
  await insertHistory(tx, applicationId, { version, ...step });
  const applicants = { ownerId: text(row, 'owner_id'), claimedBy: textOrNull(row, 'claimed_by') };
  await tellApplicants(tx, applicants, { applicationId, status, version, atMs: nowMs });
}

function resultOf(row: SqlRow): StoredResult {
  const pickup = textOrNull(row, 'pickup');
  return {
    id: text(row, 'id'),
    title: text(row, 'title'),
    number: textOrNull(row, 'number'),
    atMs: integer(row, 'at'),
    pickup: pickup === null ? null : StoredPickup.parse(JSON.parse(pickup)),
    file: row['size'] === null ? null : { sizeBytes: integer(row, 'size'), sha256: text(row, 'sha256') },
  };
}
