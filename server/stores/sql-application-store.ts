import type { OfficeStatus } from '#domain/application/status.ts';
import {
  getApplication,
  isSameDocument,
  isVerified,
  officeText,
  readApplication,
  readDocumentRow,
  readWhole,
} from './application-rows.ts';
import type {
  ApplicationStore,
  DocumentReference,
  NewApplication,
  StoredApplication,
  Submitted,
} from './application-store.ts';
import { putApplicant } from './sql-applicant.ts';
import { assignOffices } from './sql-offices.ts';
import { sqlAssign } from './sql-assign.ts';
import { insertChange } from './sql-change-feed.ts';
import { insertOffer } from './sql-claim-store.ts';
import { insertHistory, receivedBy } from './sql-history.ts';
import { keep, type SqlDatabase, type SqlRow, type SqlTransaction, undo, type Work } from './sql-database.ts';
import { sqlDecide } from './sql-decide.ts';
import { erasedOwner, isEndedByErasure, lockOwner, unlessEnded } from './sql-erasure-store.ts';
import { integer, text } from './sql-row.ts';

/** @param officeCode leads every registration number: the regency's code of Kepmendagri */
export function sqlApplicationStore(database: SqlDatabase, officeCode: string): ApplicationStore {
  return {
    find: (id) => readWhole(database, id),
    submit: async (application, nowMs) =>
      unlessEnded(await database.write((tx) => submit(database, tx, officeCode, application, nowMs))),
    decide: (decision, judge, nowMs) => database.write((tx) => sqlDecide(tx, decision, judge, nowMs)),
    assign: (assignment, isSeen, nowMs) => database.write((tx) => sqlAssign(tx, assignment, isSeen, nowMs)),
    assignOffices: (officeOf) => assignOffices(database, officeOf),
  };
}

async function submit(
  database: SqlDatabase,
  tx: SqlTransaction,
  officeCode: string,
  application: NewApplication,
  nowMs: number,
): Promise<Work<Submitted | 'session-ended'>> {
  await lockOwner(tx, application.ownerId);
  await tx.lock(application.id);
  const existing = await readApplication(tx, application.id);
  if (existing !== undefined) return undo(compare(existing, application));
  const erased = await erasedOwner(tx, application.id);
  if (erased !== undefined) return undo<Submitted>({ kind: erased === application.ownerId ? 'erased' : 'foreign' });
  if (await isEndedByErasure(tx, application.ownerId, application.sessionId)) return undo('session-ended' as const);
  const papers = await listPapers(tx, application, nowMs);
  if (papers.differing.length > 0) return undo<Submitted>({ kind: 'papers-differ', slots: papers.differing });
  const status: OfficeStatus = papers.allVerified ? 'submitted' : 'incomplete';
  const number = await nextRegistrationNumber(database, tx, officeCode, nowMs);
  await insertApplication(tx, application, status, number, nowMs);
  if (status === 'submitted')
    await insertHistory(tx, application.id, { version: 1, ...receivedBy(application.onBehalfOf !== undefined, nowMs) });
  await putApplicant(tx, application.id, application.applicant);
  if (application.claim !== undefined) await insertOffer(tx, application.id, application.claim, nowMs);
  await insertChange(tx, {
    audience: application.ownerId,
    applicationId: application.id,
    status,
    version: 1,
    atMs: nowMs,
  });
  return keep<Submitted>({ kind: 'created', application: await getApplication(tx, application.id) });
}

function compare(existing: StoredApplication, application: NewApplication): Submitted {
  if (existing.ownerId !== application.ownerId) return { kind: 'foreign' };
  if (existing.bodyHash !== application.bodyHash) return { kind: 'other-content' };
  return { kind: 'replayed', application: existing };
}

/** Links the papers that are known already and makes rows for the others. */
async function listPapers(tx: SqlTransaction, application: NewApplication, nowMs: number) {
  const differing: string[] = [];
  let allVerified = true;
  for (const [position, reference] of application.documents.entries()) {
    const row = await readDocumentRow(tx, reference.id);
    const fits =
      row === undefined
        ? await insertListed(tx, application, reference, position, nowMs)
        : await linkListed(tx, application, reference, position, row);
    if (!fits) differing.push(reference.slot);
    if (row === undefined || !isVerified(row)) allVerified = false;
  }
  return { differing, allVerified };
}

/** False when somebody else took the id in the meantime. */
async function insertListed(
  tx: SqlTransaction,
  application: NewApplication,
  { id, slot, mediaType, sizeBytes, sha256, sealed, opened }: DocumentReference,
  position: number,
  nowMs: number,
): Promise<boolean> {
  const inserted = await tx.all(
    `INSERT INTO document (id, owner_id, application_id, position, slot, media_type, size, sha256, state, created_at,
      updated_at, sealed, opened_size, opened_sha256)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'expected', $9, $9, $10, $11, $12)
      ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      application.ownerId,
      application.id,
      position,
      slot,
      mediaType,
      sizeBytes,
      sha256,
      nowMs,
      sealed === true ? 1 : 0,
      opened?.sizeBytes ?? null,
      opened?.sha256 ?? null,
    ],
  );
  return inserted.length === 1;
}

async function linkListed(
  tx: SqlTransaction,
  application: NewApplication,
  reference: DocumentReference,
  position: number,
  row: SqlRow,
): Promise<boolean> {
  const fits =
    text(row, 'owner_id') === application.ownerId &&
    isSameDocument(row, application.id, reference) &&
    row['position'] === null;
  if (fits) {
    await tx.all('UPDATE document SET position = $2, opened_size = $3, opened_sha256 = $4 WHERE id = $1', [
      reference.id,
      position,
      reference.opened?.sizeBytes ?? null,
      reference.opened?.sha256 ?? null,
    ]);
  }
  return fits;
}

async function nextRegistrationNumber(
  database: SqlDatabase,
  tx: SqlTransaction,
  officeCode: string,
  nowMs: number,
): Promise<string> {
  const [row] = await tx.all(database.dialect.nextRegistration);
  if (row === undefined) throw new Error('There is no registration counter');
  return `${officeCode}-${new Date(nowMs).getUTCFullYear()}-${String(integer(row, 'number')).padStart(6, '0')}`;
}

async function insertApplication(
  tx: SqlTransaction,
  application: NewApplication,
  status: OfficeStatus,
  registrationNumber: string,
  nowMs: number,
): Promise<void> {
  const { id, ownerId, serviceId, schemaVersion, data, bodyHash, device, office, capturedAtMs, sealedKey, onBehalfOf } =
    application;
  await tx.all(
    `INSERT INTO application (id, owner_id, registration_number, service_id, schema_version, status, version, data,
      body_hash, device_id, device_sequence, reason, captured_at, received_at, updated_at, office, sealed_key, on_behalf_of,
      working_days)
      VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10, NULL, $11, $12, $12, $13, $14, $15, $16)`,
    [
      id,
      ownerId,
      registrationNumber,
      serviceId,
      schemaVersion,
      status,
      JSON.stringify(data),
      bodyHash,
      device?.id ?? null,
      device?.sequence ?? null,
      capturedAtMs,
      nowMs,
      officeText(office),
      sealedKey ?? null,
      onBehalfOf === undefined ? null : JSON.stringify(onBehalfOf),
      application.workingDays ?? null,
    ],
  );
}
