/**
 * Whether a row is what this release wrote. Rows outlive releases, bugs and half-broken disks, so nothing is taken
 * on trust: a row that fails here goes to quarantine as it is, and the rest goes on (F48).
 */
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { Delivery, OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import { isRecord } from '#lib/is-record.ts';
import type { SchemaStamp } from './database.ts';
import { rowDeviceId, type OutboxRow } from './rows.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

export function isSchemaStamp(value: unknown): value is SchemaStamp {
  return isRecord(value) && isCount(value['schemaVersion']) && isCount(value['minReader']);
}

export function isReceipt(value: unknown): value is Receipt {
  return (
    isRecord(value) &&
    isText(value['applicationId']) &&
    isText(value['registrationNumber']) &&
    isText(value['status']) &&
    isCount(value['version']) &&
    isMoment(value['receivedAtMs']) &&
    Array.isArray(value['missingDocumentIds']) &&
    value['missingDocumentIds'].every(isText)
  );
}

function isProblem(value: unknown): boolean {
  return isRecord(value) && isText(value['kind']);
}

function isDelivery(value: unknown): value is Delivery {
  if (!isRecord(value)) return false;
  const receiptFits = value['receipt'] === null || isReceipt(value['receipt']);
  switch (value['state']) {
    case 'waiting':
      return (
        receiptFits &&
        isCount(value['attempts']) &&
        isMoment(value['nextTryAtMs']) &&
        (value['lastProblem'] === null || isProblem(value['lastProblem']))
      );
    case 'needs-person':
      return receiptFits && isProblem(value['problem']) && isMoment(value['sinceMs']);
    case 'delivered':
      return isReceipt(value['receipt']) && isMoment(value['deliveredAtMs']);
    default:
      return false;
  }
}

function isOutboxDocument(value: unknown): value is OutboxDocument {
  if (!isRecord(value) || !isRecord(value['progress'])) return false;
  const progress = value['progress'];
  const progressFits =
    progress['state'] === 'pending' ||
    progress['state'] === 'verified' ||
    (progress['state'] === 'uploading' && isText(progress['uploadUrl']) && isCount(progress['offsetBytes']));
  return (
    progressFits &&
    isCount(value['restarts']) &&
    isText(value['id']) &&
    isText(value['slot']) &&
    isText(value['mediaType']) &&
    isCount(value['sizeBytes']) &&
    isText(value['sha256'])
  );
}

export function isOutboxEntry(value: unknown): value is OutboxEntry {
  return (
    isRecord(value) &&
    isText(value['applicationId']) &&
    isTextOrNull(value['ownerId']) &&
    isText(value['deviceId']) &&
    isCount(value['sequence']) &&
    isText(value['serviceId']) &&
    isRecord(value['serviceName']) &&
    isText(value['serviceName']['id']) &&
    isMoment(value['createdAtMs']) &&
    isRecord(value['envelope']) &&
    isText(value['envelope']['mediaType']) &&
    isCount(value['envelope']['sizeBytes']) &&
    isText(value['envelope']['sha256']) &&
    Array.isArray(value['documents']) &&
    value['documents'].every(isOutboxDocument) &&
    isDelivery(value['delivery']) &&
    (value['about'] === undefined || isAbout(value['about']))
  );
}

function isAbout(value: unknown): boolean {
  return (
    isRecord(value) &&
    (value['kind'] === 'revision' || value['kind'] === 'withdrawal') &&
    isText(value['applicationId']) &&
    isCount(value['seenVersion'])
  );
}

export function isOutboxRow(value: unknown): value is OutboxRow {
  return (
    isRecord(value) &&
    isOutboxEntry(value['entry']) &&
    value['applicationId'] === value['entry'].applicationId &&
    value['ownerKey'] === (value['entry'].ownerId ?? '') &&
    value['deviceId'] === rowDeviceId(value['entry']) &&
    value['sequence'] === value['entry'].sequence &&
    value['state'] === value['entry'].delivery.state
  );
}

export function isAttachedDocument(value: unknown): value is AttachedDocument {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['applicationId']) &&
    isText(value['slot']) &&
    isText(value['mediaType']) &&
    isCount(value['sizeBytes']) &&
    isText(value['sha256']) &&
    (value['pageCount'] === undefined || isCount(value['pageCount'])) &&
    isText(value['fileName']) &&
    isMoment(value['attachedAtMs'])
  );
}
