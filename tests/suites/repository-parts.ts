import { v7 as uuidv7 } from 'uuid';
import type { NewApplication } from '#server/stores/application-store.ts';
import { officeStatuses } from '#domain/application/status.ts';
import type { QueueQuery } from '#server/stores/queue-store.ts';
import type { NewDocument } from '#server/stores/document-store.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';

/** Opens an empty database, for one suite. */
export type OpenDatabase = () => Promise<{ readonly database: SqlDatabase; close(): Promise<void> }>;

export type Paper = NewApplication['documents'][number];

export const nowMs = Date.parse('2026-11-24T03:00:00Z');

export function paper(slot = 'ktp'): Paper {
  return { id: uuidv7(), slot, mediaType: 'image/jpeg', sizeBytes: 1000, sha256: 'a'.repeat(64) };
}

export function application(documents: readonly Paper[] = [], ownerId = `siti-${uuidv7()}`): NewApplication {
  return {
    id: uuidv7(),
    ownerId,
    serviceId: 'surat-uji',
    schemaVersion: 3,
    data: { nama: 'KANARI "𠮷" \u0000 \ud800', anak: [{ umur: 3 }], ya: true, kosong: null },
    documents,
    office: { level: 'dinas', area: '36.03' },
    device: { id: uuidv7(), sequence: 2 ** 40 },
    capturedAtMs: nowMs - 1000,
    bodyHash: uuidv7(),
    applicant: { key: 'k', name: 'Siti', words: ['siti'], nikMac: null, area: '36.03' },
  };
}

export function announced(applicationId: string, ownerId: string, document: Paper): NewDocument {
  return { ...document, applicationId, ownerId, uploadKey: uuidv7() };
}

/** Everything at these posts, as nobody has to page through it. */
export const wholeQueue: Omit<QueueQuery, 'posts'> = {
  statuses: officeStatuses.filter((status) => status !== 'incomplete'),
  serviceId: null,
  area: null,
  search: null,
  assignee: null,
  due: null,
  sort: 'received',
  after: null,
  limit: 10_000,
};
