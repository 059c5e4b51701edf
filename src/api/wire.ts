/**
 * From the wire to the domain by hand-written guards: the schemas of contract/ give the types, their library stays
 * at the office (92 kB). Each gives undefined for what is not ours, and never throws.
 */
import type { ApplicationView } from '#contract/application-view.ts';
import type * as contract from '#contract/schemas.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import { isNewerStatus, isOfficeStatus, type ToldStatus } from '#domain/application/status.ts';
import type { OfficePaper, ToRepair } from '#domain/application/repair.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { isRecord } from '#lib/is-record.ts';
import type { ChangePage, OfficeChange, UploadTicket } from '#sync/ports.ts';

type Named<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };
/** An object of the wire before it was looked at: only members that the contract names can be asked for. */
type Unread<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } }
  ? { readonly [Key in keyof Named<Output>]?: unknown }
  : never;

function unread<Schema>(value: unknown): Unread<Schema> | undefined {
  return isObject<Unread<Schema>>(value) ? value : undefined;
}
function isObject<T>(value: unknown): value is T {
  return isRecord(value);
}

interface ReadMe {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export function readMe(body: unknown): ReadMe | undefined {
  const me = unread<typeof contract.Me>(body);
  // An account that has not told its name yet has an empty one.
  if (!isText(me?.accountId) || typeof me.name !== 'string') return undefined;
  const roles: unknown = me.roles;
  return { accountId: me.accountId, name: me.name, roles: Array.isArray(roles) ? roles.filter(isText) : [] };
}

/** Ours only if it carries the id that was asked about. */
export function readReceipt(body: unknown, applicationId: string): Receipt | undefined {
  const wire = unread<typeof contract.ReceiptWire>(body);
  const receivedAtMs = readMoment(wire?.receivedAt);
  if (wire?.id !== applicationId || !isText(wire.registrationNumber) || receivedAtMs === undefined) return undefined;
  if (!isStatus(wire.status) || !isVersion(wire.version)) return undefined;
  const missing: unknown = wire.missingDocuments;
  if (!Array.isArray(missing) || !missing.every(isText)) return undefined;
  return {
    applicationId,
    registrationNumber: wire.registrationNumber,
    status: wire.status,
    version: wire.version,
    receivedAtMs,
    missingDocumentIds: missing,
    ...(isText(wire.signed) ? { signed: wire.signed } : {}),
  };
}

export function readTracked(body: unknown, applicationId: string): TrackedApplication | undefined {
  const wire = unread<typeof ApplicationView>(body);
  const changedAtMs = readMoment(wire?.updatedAt);
  if (wire?.id !== applicationId || !isStatus(wire.status) || !isVersion(wire.version)) return undefined;
  if (changedAtMs === undefined) return undefined;
  const reason = isText(wire.reason) ? wire.reason : null;
  const told = { applicationId, status: wire.status, version: wire.version, changedAtMs, reason };
  return wire.status === 'returned' ? { ...told, repair: readRepair(wire) } : told;
}

/** What can't be read is left out: the words of the office are worth showing without it. */
function readRepair({ fields, documents, data }: Unread<typeof ApplicationView>): ToRepair {
  const listed: readonly unknown[] = Array.isArray(documents) ? documents : [];
  return {
    fields: Array.isArray(fields) ? fields.filter(isText) : [],
    papers: listed.flatMap(readPaper),
    ...(isObject<Answers>(data) ? { answers: data } : {}),
  };
}

function readPaper(document: unknown): readonly OfficePaper[] {
  const wire = unread<typeof contract.DocumentRef>(document);
  if (!isText(wire?.id) || !isText(wire.slot) || !isMediaType(wire.mediaType)) return [];
  if (!isOffset(wire.size) || !isText(wire.sha256)) return [];
  return [{ id: wire.id, slot: wire.slot, mediaType: wire.mediaType, sizeBytes: wire.size, sha256: wire.sha256 }];
}

function isMediaType(value: unknown): value is OfficePaper['mediaType'] {
  return value === 'application/pdf' || value === 'image/jpeg' || value === 'image/png' || value === 'image/webp';
}

/** 'rejected': the office looked into the file and will not have it; `detail` is what it says to the person. */
export type TicketRead = UploadTicket | { readonly state: 'rejected'; readonly detail: string | null };

export function readTicket(body: unknown, documentId: string): TicketRead | undefined {
  const wire = unread<typeof contract.DocumentTicket>(body);
  if (wire?.id !== documentId || !isOffset(wire.offset)) return undefined;
  switch (wire.state) {
    case 'rejected':
      return { state: 'rejected', detail: isText(wire.detail) ? wire.detail.slice(0, 1_000) : null };
    case 'scanning':
    case 'clean':
      return { state: 'verified', uploadUrl: null, offsetBytes: wire.offset };
    case 'expected':
    case 'uploading':
      if (!isText(wire.uploadUrl)) return undefined;
      return { state: 'expected', uploadUrl: wire.uploadUrl, offsetBytes: wire.offset };
    default:
      return undefined;
  }
}

/** A change that can't be read spoils its page: to leave it out would lose it for good behind the next cursor. */
export function readChangePage(body: unknown): ChangePage | undefined {
  const wire = unread<typeof contract.ChangePageWire>(body);
  const items: unknown = wire?.items;
  if (!Array.isArray(items) || !isText(wire?.next) || typeof wire.more !== 'boolean') return undefined;
  const changes: OfficeChange[] = [];
  for (const item of items) {
    const change = readChange(item);
    if (change === 'unknown-kind') continue;
    if (change === undefined) return undefined;
    changes.push(change);
  }
  return { changes, nextCursor: wire.next, more: wire.more };
}

/** Kinds that a newer office tells of are not about applications, or are told once more by one that is. */
function readChange(item: unknown): OfficeChange | 'unknown-kind' | undefined {
  const wire = unread<typeof contract.Change>(item);
  if (isText(wire?.kind) && wire.kind !== 'application') return 'unknown-kind';
  const changedAtMs = readMoment(wire?.at);
  if (!isText(wire?.applicationId) || !isStatus(wire.status) || !isVersion(wire.version)) return undefined;
  if (changedAtMs === undefined) return undefined;
  return { applicationId: wire.applicationId, status: wire.status, version: wire.version, changedAtMs };
}

/** tus: `Upload-Offset` is a non-negative whole number. */
export function readOffsetHeader(header: string | null): number | undefined {
  if (header === null || !/^\d{1,15}$/.test(header)) return undefined;
  return Number(header);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
/** Also a code that only a newer release has words for: it must not hold up a receipt, or a page of the feed. */
function isStatus(value: unknown): value is ToldStatus {
  return isText(value) && (isOfficeStatus(value) || isNewerStatus(value));
}
function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && value > 0;
}
function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0;
}
/** RFC 3339, to milliseconds. */
function readMoment(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}
