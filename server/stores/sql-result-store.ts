import { applicationOf, getApplication, readApplication } from './application-rows.ts';
import { resultSlot } from '#domain/application/result-slot.ts';
import type { Given, MayGive, NewResult, ResultStore } from './result-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import { keep, type SqlDatabase, type SqlTransaction, undo, type Work } from './sql-database.ts';
import { tellOfResult } from './sql-result.ts';
import { integer, text, textOrNull } from './sql-row.ts';

export function sqlResultStore(database: SqlDatabase): ResultStore {
  return {
    give: (result, mayGive, nowMs) => database.write((tx) => give(tx, result, mayGive, nowMs)),
    findIssued: async (number) => {
      const [row] = await database.all(
        `SELECT r.number, r.at, d.sha256, a.* FROM result r JOIN application a ON a.id = r.application_id
          LEFT JOIN document d ON d.id = r.id
          WHERE r.number = $1 AND r.version IS NOT NULL AND a.status IN ('ready', 'done')`,
        [number],
      );
      if (row === undefined) return undefined;
      const { serviceId, office } = applicationOf(row, []);
      return {
        number: text(row, 'number'),
        serviceId,
        office,
        atMs: integer(row, 'at'),
        sha256: textOrNull(row, 'sha256'),
      };
    },
    isResult: async (id) => (await database.all('SELECT id FROM result WHERE id = $1', [id])).length > 0,
  };
}

async function give(tx: SqlTransaction, result: NewResult, mayGive: MayGive, nowMs: number): Promise<Work<Given>> {
  const { id, applicationId, officerId, title, number, pickup, file, bodyHash } = result;
  await tx.lock(applicationId);
  const application = await readApplication(tx, applicationId);
  if (application === undefined || application.status === 'incomplete') return undo<Given>({ kind: 'missing' });
  const [earlier] = await tx.all('SELECT application_id, officer_id, body_hash FROM result WHERE id = $1', [id]);
  if (earlier !== undefined) {
    const isSame =
      text(earlier, 'application_id') === applicationId &&
      text(earlier, 'officer_id') === officerId &&
      text(earlier, 'body_hash') === bodyHash;
    if (!isSame) return undo<Given>({ kind: 'other-content' });
    // Its file may have become whole while it was nobody's turn to give it.
    if (await isWhole(tx, id)) await tellOfResult(tx, id, nowMs);
    return keep<Given>({ kind: 'replayed', application: await getApplication(tx, applicationId) });
  }
  const verdict = mayGive(application);
  if (verdict.kind === 'refuse') return undo<Given>({ kind: 'refused', because: verdict.because });
  if (number !== null) await freeNumber(tx, applicationId, number);
  const inserted = await tx.all(
    `INSERT INTO result (id, application_id, officer_id, kind, title, number, pickup, body_hash, role, version, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, $10) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      applicationId,
      officerId,
      file === null ? 'pickup' : 'file',
      title,
      number,
      pickup === null ? null : JSON.stringify(pickup),
      bodyHash,
      verdict.role,
      nowMs,
    ],
  );
  if (inserted.length === 0) return undo<Given>(await whyNot(tx, id));
  if (file !== null && !(await insertFile(tx, result, file, nowMs))) return undo<Given>({ kind: 'other-content' });
  if (file === null) await tellOfResult(tx, id, nowMs);
  await appendAudit(tx, { event: 'decision', actor: officerId, subject: applicationId, about: 'result' }, nowMs);
  return keep<Given>({ kind: 'created', application: await getApplication(tx, applicationId) });
}

async function isWhole(tx: SqlTransaction, id: string): Promise<boolean> {
  return (await tx.all(`SELECT id FROM document WHERE id = $1 AND state = 'clean'`, [id])).length > 0;
}

/** A file that was announced under it and never came whole, or was none, gives its number to the next one. */
async function freeNumber(tx: SqlTransaction, applicationId: string, number: string): Promise<void> {
  const untold = await tx.all(
    'DELETE FROM result WHERE application_id = $1 AND number = $2 AND version IS NULL RETURNING id',
    [applicationId, number],
  );
  for (const row of untold) {
    const id = text(row, 'id');
    await tx.all(
      `INSERT INTO erased_file (upload_key) SELECT upload_key FROM document WHERE id = $1 AND upload_key IS NOT NULL
        ON CONFLICT (upload_key) DO NOTHING`,
      [id],
    );
    await tx.all('DELETE FROM document WHERE id = $1', [id]);
  }
}

/** Taken at this very moment under another lock, or the number is another document's. */
async function whyNot(tx: SqlTransaction, id: string): Promise<Given> {
  const [taken] = await tx.all('SELECT id FROM result WHERE id = $1', [id]);
  return { kind: taken === undefined ? 'number-taken' : 'other-content' };
}

async function insertFile(
  tx: SqlTransaction,
  { id, applicationId, officerId }: NewResult,
  { sizeBytes, sha256, uploadKey }: NonNullable<NewResult['file']>,
  nowMs: number,
): Promise<boolean> {
  const inserted = await tx.all(
    `INSERT INTO document (id, owner_id, application_id, position, slot, media_type, size, sha256, state, upload_key,
      created_at, updated_at, sealed)
      VALUES ($1, $2, $3, NULL, $4, 'application/pdf', $5, $6, 'expected', $7, $8, $8, 0)
      ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, officerId, applicationId, resultSlot, sizeBytes, sha256, uploadKey, nowMs],
  );
  return inserted.length === 1;
}
