import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Request } from './answer.ts';

/** The office's offset as heard in this run; what storage remembers is only a hint. */
export interface KnownOffset {
  readonly documentId: string;
  readonly offsetBytes: number;
}

/** What may still be begun now, over all applications. */
export interface Room {
  readonly submits: number;
  /** Files to be made ready for their bytes: no more than can soon be sent. */
  readonly openings: number;
  /** Each with its length. */
  readonly pieces: readonly number[];
}

/**
 * What a waiting entry needs next. The application goes first, then its files, and when every file is verified the
 * application is asked for again: that receipt, with nothing missing, is the only proof of "Diterima kantor".
 * @param known offset by document
 * @param asked ids of documents, and of the application, that an answer is awaited for: one request each at a time
 * @returns nothing when the entry does not wait for the network
 */
export function nextRequests(
  entry: OutboxEntry,
  known: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  room: Room,
): readonly Request[] {
  if (entry.delivery.state !== 'waiting') return [];
  const { applicationId } = entry;
  const { receipt } = entry.delivery;
  const documents = receipt === null ? [] : unverified(entry.documents, receipt.missingDocumentIds);
  if (documents.length === 0) return asked.size === 0 && room.submits > 0 ? [{ type: 'submit', applicationId }] : [];
  if (asked.has(applicationId)) return [];
  const pieces = [...room.pieces];
  let { openings } = room;
  const requests: Request[] = [];
  for (const document of documents) {
    if (asked.has(document.id)) continue;
    const request = nextOf(applicationId, document, known.get(document.id), pieces[0] ?? 0);
    const isRoom = request.type === 'send-piece' ? pieces.shift() !== undefined : openings > 0;
    if (isRoom) requests.push(request);
    if (isRoom && request.type !== 'send-piece') openings -= 1;
  }
  return requests;
}

/**
 * Files of an application that is on its way for the first time, announced with it. Their bytes go when it has been
 * taken: one that the office refuses costs nobody more than this.
 * @param asked as for `nextRequests`
 */
export function announceAhead(
  { applicationId, documents, delivery }: OutboxEntry,
  asked: ReadonlySet<string>,
  openings: number,
): readonly Request[] {
  const isOnItsWay = delivery.state === 'waiting' && delivery.receipt === null && asked.has(applicationId);
  if (!isOnItsWay || delivery.attempts > 0) return [];
  return documents
    .filter(({ id, progress }) => progress.state === 'pending' && !asked.has(id))
    .toSorted((a, b) => leftOf(b) - leftOf(a))
    .slice(0, Math.max(0, openings))
    .map(({ id }) => ({ type: 'announce', applicationId, documentId: id }));
}

function nextOf(
  applicationId: string,
  document: OutboxDocument,
  offsetBytes: number | undefined,
  pieceBytes: number,
): Exclude<Request, { type: 'submit' }> {
  if (document.progress.state !== 'uploading') return { type: 'announce', applicationId, documentId: document.id };
  const { uploadUrl } = document.progress;
  if (offsetBytes === undefined) {
    return { type: 'ask-offset', applicationId, documentId: document.id, uploadUrl };
  }
  return {
    type: 'send-piece',
    applicationId,
    documentId: document.id,
    uploadUrl,
    offsetBytes,
    lengthBytes: pieceOf(document.sizeBytes - offsetBytes, pieceBytes),
  };
}

/** A rest that is hardly worth a request of its own goes along. */
function pieceOf(leftBytes: number, pieceBytes: number): number {
  return leftBytes <= 1.5 * pieceBytes ? Math.max(0, leftBytes) : pieceBytes;
}

/**
 * Those already begun, and of them what has most to go: files that end together leave none that has the line to itself
 * at last.
 */
function unverified(documents: readonly OutboxDocument[], missingIds: readonly string[]): readonly OutboxDocument[] {
  return documents
    .filter((document) => missingIds.includes(document.id) && document.progress.state !== 'verified')
    .toSorted((a, b) => rank(a) - rank(b) || leftOf(b) - leftOf(a));
}

function rank({ progress }: OutboxDocument): number {
  return progress.state === 'uploading' ? 0 : 1;
}

function leftOf({ sizeBytes, progress }: OutboxDocument): number {
  if (progress.state === 'verified') return 0;
  return sizeBytes - (progress.state === 'uploading' ? progress.offsetBytes : 0);
}

/** Nothing for an application that the office does not know yet: it goes before every file. */
export function leftBytes({ delivery, documents }: OutboxEntry): number {
  if (delivery.state !== 'waiting' || delivery.receipt === null) return 0;
  return documents.reduce((sum, document) => sum + leftOf(document), 0);
}
