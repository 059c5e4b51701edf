import { OnBehalfOf, SubmittedBy } from '#contract/on-behalf-schemas.ts';
import type { Office } from '#domain/office/office.ts';
import type { MediaType } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import type { DocumentReference, StoredApplication } from './application-store.ts';
import type { StoredDocument } from './document-store.ts';
import { readHistory } from './sql-history.ts';
import { readResults } from './sql-result.ts';
import type { SqlReader, SqlRow } from './sql-database.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';
import { statusOf } from './sql-status.ts';

export const documentColumns =
  'id, owner_id, application_id, position, slot, media_type, size, sha256, state, upload_key, refusal, rewritten_size, sealed, opened_size, opened_sha256, sealed_key';
const applicationColumns =
  'id, owner_id, registration_number, service_id, office, schema_version, status, version, data, body_hash, reason, captured_at, received_at, updated_at, sealed_key, claimed_by, claimed_at, on_behalf_of, working_days, due_on, assignee_id, assignee_name, assignments';

const StoredOnBehalf = OnBehalfOf.extend({ submittedBy: SubmittedBy });

export async function readApplication(reader: SqlReader, id: string): Promise<StoredApplication | undefined> {
  const [row] = await reader.all(`SELECT ${applicationColumns} FROM application WHERE id = $1`, [id]);
  if (row === undefined) return undefined;
  const documents = await reader.all(
    `SELECT ${documentColumns} FROM document WHERE application_id = $1 AND position IS NOT NULL ORDER BY position`,
    [id],
  );
  return applicationOf(row, documents);
}

/** With its history and its results, for who looks at it. */
export async function readWhole(reader: SqlReader, id: string): Promise<StoredApplication | undefined> {
  const application = await readApplication(reader, id);
  if (application === undefined) return undefined;
  return { ...application, history: await readHistory(reader, id), results: await readResults(reader, id) };
}

/** For a row that this transaction has just written or read. */
export async function getApplication(reader: SqlReader, id: string): Promise<StoredApplication> {
  const application = await readApplication(reader, id);
  if (application === undefined) throw new Error('An application that must be there is not');
  return application;
}

export async function readDocumentRow(reader: SqlReader, id: string): Promise<SqlRow | undefined> {
  const [row] = await reader.all(`SELECT ${documentColumns} FROM document WHERE id = $1`, [id]);
  return row;
}

export function applicationOf(row: SqlRow, documents: readonly SqlRow[]): StoredApplication {
  return {
    id: text(row, 'id'),
    ownerId: text(row, 'owner_id'),
    registrationNumber: text(row, 'registration_number'),
    serviceId: text(row, 'service_id'),
    office: officeOfRow(row),
    schemaVersion: integer(row, 'schema_version'),
    status: statusOf(row),
    version: integer(row, 'version'),
    data: jsonObject(text(row, 'data')),
    documents: documents.map((document) => ({
      ...referenceOf(document),
      verified: isVerified(document),
      refusal: textOrNull(document, 'refusal'),
    })),
    bodyHash: text(row, 'body_hash'),
    capturedAtMs: integer(row, 'captured_at'),
    receivedAtMs: integer(row, 'received_at'),
    updatedAtMs: integer(row, 'updated_at'),
    reason: textOrNull(row, 'reason'),
    claimedBy: textOrNull(row, 'claimed_by'),
    claimedAtMs: integerOrNull(row, 'claimed_at'),
    workingDays: integerOrNull(row, 'working_days'),
    dueOn: textOrNull(row, 'due_on'),
    history: [],
    results: [],
    assignee: assigneeOf(row),
    assignments: integer(row, 'assignments'),
    ...sealedKeyOf(row),
    ...onBehalfOf(row),
  };
}

export function assigneeOf(row: SqlRow): StoredApplication['assignee'] {
  const accountId = textOrNull(row, 'assignee_id');
  return accountId === null ? null : { accountId, name: text(row, 'assignee_name') };
}

function sealedKeyOf(row: SqlRow): Pick<StoredApplication, 'sealedKey'> {
  const sealedKey = textOrNull(row, 'sealed_key');
  return sealedKey === null ? {} : { sealedKey };
}

/** Which field officer put it in; null where the applicant did. */
export function submittedByOf(row: SqlRow): NonNullable<StoredApplication['onBehalfOf']>['submittedBy'] | null {
  return onBehalfOf(row).onBehalfOf?.submittedBy ?? null;
}

/** As this server has written it. */
function onBehalfOf(row: SqlRow): Pick<StoredApplication, 'onBehalfOf'> {
  const stored = textOrNull(row, 'on_behalf_of');
  return stored === null ? {} : { onBehalfOf: StoredOnBehalf.parse(JSON.parse(stored)) };
}

/** An announced document; a row that only an application has listed has no upload key yet and is none. */
export function documentOf(row: SqlRow): StoredDocument | undefined {
  const uploadKey = textOrNull(row, 'upload_key');
  if (uploadKey === null) return undefined;
  return {
    ...referenceOf(row),
    ownerId: text(row, 'owner_id'),
    applicationId: text(row, 'application_id'),
    verified: isVerified(row),
    refusal: textOrNull(row, 'refusal'),
    sealedKey: textOrNull(row, 'sealed_key'),
    rewrittenSizeBytes: row['rewritten_size'] === null ? null : integer(row, 'rewritten_size'),
    expired: text(row, 'state') === 'expired',
    uploadKey,
  };
}

/** It was all there once; 'expired' is what its state becomes when the bytes go with the end of their term. */
export function isVerified(row: SqlRow): boolean {
  return ['clean', 'expired'].includes(text(row, 'state'));
}

/** Whether a stored row is the same document of the same application. */
export function isSameDocument(row: SqlRow, applicationId: string, reference: DocumentReference): boolean {
  return (
    text(row, 'application_id') === applicationId &&
    text(row, 'slot') === reference.slot &&
    text(row, 'media_type') === reference.mediaType &&
    integer(row, 'size') === reference.sizeBytes &&
    text(row, 'sha256') === reference.sha256 &&
    isSealed(row) === (reference.sealed === true)
  );
}

function referenceOf(row: SqlRow): DocumentReference {
  return {
    id: text(row, 'id'),
    slot: text(row, 'slot'),
    mediaType: mediaTypeOf(row),
    sizeBytes: integer(row, 'size'),
    sha256: text(row, 'sha256'),
    ...(isSealed(row) ? ({ sealed: true } as const) : {}),
    ...openedOf(row),
  };
}

/** As it is stored: "desa:36.03.01.2003". Sorts by level, then by place, the larger before what lies in it. */
export function officeText({ level, area }: Office): string {
  return `${level}:${area}`;
}

export function officeOfRow(row: SqlRow): Office | null {
  const stored = textOrNull(row, 'office');
  if (stored === null) return null;
  const [level, area] = stored.split(':');
  if (area === undefined || (level !== 'desa' && level !== 'kecamatan' && level !== 'dinas'))
    throw new Error('A stored office is not known');
  return { level, area };
}

function isSealed(row: SqlRow): boolean {
  return integer(row, 'sealed') === 1;
}

function openedOf(row: SqlRow): Pick<DocumentReference, 'opened'> {
  const sha256 = textOrNull(row, 'opened_sha256');
  return sha256 === null ? {} : { opened: { sizeBytes: integer(row, 'opened_size'), sha256 } };
}

const mediaTypes: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

function mediaTypeOf(row: SqlRow): MediaType {
  const value = text(row, 'media_type');
  const mediaType = mediaTypes.find((known) => known === value);
  if (mediaType === undefined) throw new Error('A stored media type is not known');
  return mediaType;
}

function jsonObject(stored: string): JsonObject {
  const value: unknown = JSON.parse(stored);
  if (!isJsonObject(value)) throw new Error('Stored answers are no object');
  return value;
}

/** What JSON.parse makes is JSON; only whether it is an object is left to ask. */
function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
