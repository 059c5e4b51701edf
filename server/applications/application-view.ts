import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ResultView } from '#contract/result-schemas.ts';
import type { ApplicationInShort, ApplicationView } from '#contract/application-view.ts';
import { type ReceiptWire, Role } from '#contract/schemas.ts';
import type { JsonObject } from '#lib/json.ts';
import type { ReceiptSigner } from '../receipts/receipt-signer.ts';
import type { HistoryEntry, StoredApplication } from '../stores/application-store.ts';
import type { Duplicate } from '../stores/queue-store.ts';
import type { StoredResult } from '../stores/result-store.ts';

/** What the applicant gets for handing in, and gets again: number and time of receipt never change. */
export function receiptOf(application: StoredApplication, signer: ReceiptSigner): z.input<typeof ReceiptWire> {
  const signed = signer.sign(application);
  return { ...unsignedReceiptOf(application), ...(signed === null ? {} : { signed }) };
}

function unsignedReceiptOf(application: StoredApplication) {
  return {
    id: application.id,
    registrationNumber: application.registrationNumber,
    status: application.status,
    version: application.version,
    receivedAt: new Date(application.receivedAtMs).toISOString(),
    missingDocuments: application.documents.filter(({ verified }) => !verified).map(({ id }) => id),
  };
}

/** The stored answers are read-only JSON, which zod's types don't know. */
type ApplicationBody = Omit<z.input<typeof ApplicationView>, 'data'> & { readonly data: JsonObject };

export function viewOf(application: StoredApplication, signer: ReceiptSigner): ApplicationBody {
  return {
    ...shortViewOf(application),
    ...receiptOf(application, signer),
    data: application.data,
    // Of what came sealed, what came out of it.
    documents: application.documents.map(({ id, slot, mediaType, sizeBytes, sha256, opened, verified, refusal }) => ({
      id,
      slot,
      mediaType,
      size: opened?.sizeBytes ?? sizeBytes,
      sha256: opened?.sha256 ?? sha256,
      state: verified ? 'clean' : refusal === null ? 'expected' : 'rejected',
      ...(refusal === null ? {} : { reason: refusal }),
    })),
    ...onBehalfOf(application),
  };
}

/** Where it is, and nothing that was written into it. */
export function shortViewOf(application: StoredApplication): z.input<typeof ApplicationInShort> {
  return {
    ...unsignedReceiptOf(application),
    serviceId: application.serviceId,
    schemaVersion: application.schemaVersion,
    capturedAt: new Date(application.capturedAtMs).toISOString(),
    updatedAt: new Date(application.updatedAtMs).toISOString(),
    reason: application.reason,
    office: application.office,
    fields: [...markedFields(application)],
    history: application.history.map(eventOf),
    due: dueOf(application),
    results: application.results.map(resultOf),
    ...(application.claimedAtMs === null ? {} : { claimedAt: new Date(application.claimedAtMs).toISOString() }),
  };
}

/** What an official has marked for repair, while it is the applicant's turn. */
function markedFields({ status, history }: StoredApplication): readonly string[] {
  return (status === 'returned' ? history.findLast(({ action }) => action === 'return')?.fields : undefined) ?? [];
}

function dueOf({ workingDays, dueOn, status, history }: StoredApplication) {
  const paused = status === 'returned' ? history.findLast(({ action }) => action === 'return') : undefined;
  return {
    workingDays,
    dueOn,
    ...(paused === undefined ? {} : { pausedSince: new Date(paused.atMs).toISOString() }),
  };
}

function resultOf({ id, title, number, atMs, pickup, file }: StoredResult): z.input<typeof ResultView> {
  return {
    id,
    kind: file === null ? 'pickup' : 'file',
    title,
    ...(number === null ? {} : { number }),
    at: new Date(atMs).toISOString(),
    ...(file === null
      ? {}
      : { file: { size: file.sizeBytes, sha256: file.sha256, mediaType: 'application/pdf' as const } }),
    ...(pickup === null ? {} : { pickup }),
  };
}

function eventOf({ atMs, action, status, by, role, reason, reasonCode, fields }: HistoryEntry) {
  const known = Role.safeParse(role);
  return {
    at: new Date(atMs).toISOString(),
    action,
    status,
    by,
    ...(known.success ? { role: known.data } : {}),
    ...(reason === null ? {} : { reason }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(fields.length === 0 ? {} : { fields: [...fields] }),
  };
}

function onBehalfOf({
  onBehalfOf: resident,
}: StoredApplication): Partial<Pick<ApplicationBody, 'onBehalfOf' | 'submittedBy'>> {
  if (resident === undefined) return {};
  const { name, consent, submittedBy } = resident;
  return { onBehalfOf: { name, consent }, submittedBy };
}

/**
 * Changes with everything that a view shows. Before the dash, what somebody did to it: the version, which papers are there,
 * whether it was claimed, who has taken it; If-Match asks for this alone. Behind it, what moves by itself: the promised
 * day, and for officials, others that may be the same; and whether it is told in short.
 */
export function etagOf(application: StoredApplication, duplicates: readonly Duplicate[] = [], inShort = false): string {
  const judged = application.documents.filter(({ verified, refusal }) => verified || refusal !== null);
  const { version, claimedAtMs, assignments, dueOn } = application;
  const claimed = claimedAtMs === null ? '' : '.c';
  const assigned = assignments === 0 ? '' : `.a${assignments}`;
  return `"${version}.${judged.length}${claimed}${assigned}-${dueOn ?? ''}${digestOf(duplicates)}${inShort ? '.s' : ''}"`;
}

function digestOf(duplicates: readonly Duplicate[]): string {
  if (duplicates.length === 0) return '';
  return `.${createHash('sha256').update(JSON.stringify(duplicates)).digest('base64url').slice(0, 12)}`;
}
