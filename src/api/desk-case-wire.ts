import type {
  CaseDue,
  CaseDuplicate,
  CaseEvent,
  CasePickup,
  CaseResult,
  DeskCase,
  DeskPaper,
  RevealedNumbers,
} from '#domain/desk/desk-case.ts';
import { reasonCodeOf } from '#domain/office/reason-code.ts';
import type { MediaType } from '#domain/service/definition.ts';
import { isRecord } from '#lib/is-record.ts';
import type { JsonObject } from '#lib/json.ts';
import { isStatus, isText, listOf, readAssignee, readMoment, readOffice, textOrNull } from './desk-wire.ts';

const mediaTypes: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/** Ours only if it carries the id that was asked about. */
export function readCase(body: unknown, applicationId: string, etag: string | null): DeskCase | undefined {
  if (!isRecord(body) || body['id'] !== applicationId || etag === null) return undefined;
  const { registrationNumber, serviceId, schemaVersion, status, version, data } = body;
  const receivedAtMs = readMoment(body['receivedAt']);
  const updatedAtMs = readMoment(body['updatedAt']);
  if (!isText(registrationNumber) || !isText(serviceId) || receivedAtMs === null || updatedAtMs === null)
    return undefined;
  if (typeof schemaVersion !== 'number' || !isStatus(status) || typeof version !== 'number' || !isJsonObject(data))
    return undefined;
  return {
    id: applicationId,
    registrationNumber,
    serviceId,
    schemaVersion,
    status,
    version,
    receivedAtMs,
    updatedAtMs,
    data,
    papers: listOf(body['documents'], readPaper),
    reason: textOrNull(body['reason']),
    fields: texts(body['fields']),
    history: listOf(body['history'], readEvent),
    office: readOffice(body['office']),
    due: readDue(body['due']),
    results: listOf(body['results'], readResult),
    assignee: readAssignee(body['assignee']),
    duplicates: listOf(body['duplicates'], readDuplicate),
    onBehalf: readOnBehalf(body['onBehalfOf'], body['submittedBy']),
    isSealed: body['sealed'] === true,
    etag,
  };
}

export function readReveal(body: unknown): RevealedNumbers | undefined {
  if (!isRecord(body) || typeof body['version'] !== 'number' || !isRecord(body['numbers'])) return undefined;
  const numbers = Object.entries(body['numbers']).filter((pair): pair is [string, string] => isText(pair[1]));
  return { version: body['version'], numbers: new Map(numbers) };
}

function readPaper(value: unknown): DeskPaper | undefined {
  if (!isRecord(value)) return undefined;
  const { id, slot, size, state } = value;
  const mediaType = mediaTypes.find((known) => known === value['mediaType']);
  if (!isText(id) || !isText(slot) || mediaType === undefined || typeof size !== 'number') return undefined;
  return {
    id,
    slot,
    mediaType,
    sizeBytes: size,
    state: state === 'clean' || state === 'rejected' ? state : 'expected',
  };
}

function readEvent(value: unknown): CaseEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { action, status, by } = value;
  const atMs = readMoment(value['at']);
  if (!isText(action) || !isStatus(status) || !isText(by) || atMs === null) return undefined;
  const reason = textOrNull(value['reason']);
  const reasonCode = reasonCodeOf(value['reasonCode']) ?? null;
  const role = textOrNull(value['role']);
  return { atMs, action, status, by, role, reason, reasonCode, fields: texts(value['fields']) };
}

function readDue(value: unknown): CaseDue | null {
  if (!isRecord(value)) return null;
  const { workingDays, dueOn, pausedSince } = value;
  return {
    workingDays: typeof workingDays === 'number' ? workingDays : null,
    dueOn: textOrNull(dueOn),
    pausedSinceMs: readMoment(pausedSince),
  };
}

function readResult(value: unknown): CaseResult | undefined {
  if (!isRecord(value)) return undefined;
  const { id, kind, title, number, at, pickup } = value;
  if (!isText(id) || !isText(title) || (kind !== 'file' && kind !== 'pickup')) return undefined;
  return { id, kind, title, number: textOrNull(number), atMs: readMoment(at), pickup: readPickup(pickup) };
}

function readPickup(value: unknown): CasePickup | null {
  if (!isRecord(value)) return null;
  const { place, from, until, bring } = value;
  return isText(place) && isText(from) ? { place, from, until: textOrNull(until), bring: textOrNull(bring) } : null;
}

function readDuplicate(value: unknown): CaseDuplicate | undefined {
  if (!isRecord(value)) return undefined;
  const { id, registrationNumber, because } = value;
  if (!isText(id) || !isText(registrationNumber) || (because !== 'nik' && because !== 'paper')) return undefined;
  return { id, registrationNumber, because };
}

function readOnBehalf(resident: unknown, officer: unknown): DeskCase['onBehalf'] {
  if (!isRecord(resident) || !isRecord(officer)) return null;
  const { name } = resident;
  const submittedBy = officer['name'];
  return isText(name) && typeof submittedBy === 'string' ? { name, submittedBy } : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}

/** What came as JSON is JSON. */
function isJsonObject(value: unknown): value is JsonObject {
  return isRecord(value);
}
