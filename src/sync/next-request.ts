import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Request } from './answer.ts';

/** The office's offset as heard in this run; what storage remembers is only a hint. */
export interface KnownOffset {
  readonly documentId: string;
  readonly offsetBytes: number;
}

/** What may still be begun now, over all applications. */
export interface Room {
  readonly requests: number;
  readonly pieces: number;
  /** Files to be made ready for their bytes: no more than can soon be sent. */
  readonly openings: number;
}

/**
 * What a waiting entry needs next. The application goes first, then its files (those already begun, then the
 * smallest), and when every file is verified the application is asked for again: that receipt, with nothing
 * missing, is the only proof of "Diterima kantor".
 * @param known offset by document
 * @param asked ids of documents, and of the application, that an answer is awaited for: one request each at a time
 * @returns nothing when the entry does not wait for the network
 */
export function nextRequests(
  entry: OutboxEntry,
  known: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  pieceBytes: number,
  room: Room,
): readonly Request[] {
  if (entry.delivery.state !== 'waiting' || room.requests <= 0) return [];
  const { applicationId } = entry;
  const { receipt } = entry.delivery;
  const documents = receipt === null ? [] : unverified(entry.documents, receipt.missingDocumentIds);
  if (documents.length === 0) return asked.size === 0 ? [{ type: 'submit', applicationId }] : [];
  let { pieces, openings } = room;
  const requests: Request[] = [];
  for (const document of documents) {
    if (asked.has(document.id) || asked.has(applicationId) || requests.length >= room.requests) continue;
    const request = nextOf(applicationId, document, known.get(document.id), pieceBytes);
    if (request.type === 'send-piece') pieces -= 1;
    else openings -= 1;
    if ((request.type === 'send-piece' ? pieces : openings) >= 0) requests.push(request);
  }
  return requests;
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
    lengthBytes: Math.max(0, Math.min(pieceBytes, document.sizeBytes - offsetBytes)),
  };
}

function unverified(documents: readonly OutboxDocument[], missingIds: readonly string[]): readonly OutboxDocument[] {
  return documents
    .filter((document) => missingIds.includes(document.id) && document.progress.state !== 'verified')
    .toSorted((a, b) => rank(a) - rank(b) || a.sizeBytes - b.sizeBytes);
}

/** A file that is half there goes on before another is begun. */
function rank({ progress }: OutboxDocument): number {
  if (progress.state !== 'uploading') return 2;
  return progress.offsetBytes > 0 ? 0 : 1;
}

/** Nothing for an application that the office does not know yet: it goes before every file. */
export function leftBytes({ delivery, documents }: OutboxEntry): number {
  if (delivery.state !== 'waiting' || delivery.receipt === null) return 0;
  return documents.reduce((sum, { sizeBytes, progress }) => {
    if (progress.state === 'verified') return sum;
    return sum + sizeBytes - (progress.state === 'uploading' ? progress.offsetBytes : 0);
  }, 0);
}
