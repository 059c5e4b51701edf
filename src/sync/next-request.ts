import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Request } from './answer.ts';

/** The office's offset as heard in this run; what storage remembers is only a hint. */
export interface KnownOffset {
  readonly documentId: string;
  readonly offsetBytes: number;
}

/**
 * What a waiting entry needs next. The application goes first, then its files (those already begun, then the
 * smallest), and when every file is verified the application is asked for again: that receipt, with nothing
 * missing, is the only proof of "Diterima kantor".
 * @returns null when the entry does not wait for the network
 */
export function nextRequest(entry: OutboxEntry, known: KnownOffset | null, pieceBytes: number): Request | null {
  if (entry.delivery.state !== 'waiting') return null;
  const { applicationId } = entry;
  const { receipt } = entry.delivery;
  if (receipt === null) return { type: 'submit', applicationId };
  const document = nextDocument(entry.documents, receipt.missingDocumentIds);
  if (document === undefined) return { type: 'submit', applicationId };
  if (document.progress.state !== 'uploading') return { type: 'announce', applicationId, documentId: document.id };
  const { uploadUrl } = document.progress;
  if (known === null || known.documentId !== document.id) {
    return { type: 'ask-offset', applicationId, documentId: document.id, uploadUrl };
  }
  return {
    type: 'send-piece',
    applicationId,
    documentId: document.id,
    uploadUrl,
    offsetBytes: known.offsetBytes,
    lengthBytes: Math.max(0, Math.min(pieceBytes, document.sizeBytes - known.offsetBytes)),
  };
}

function nextDocument(documents: readonly OutboxDocument[], missingIds: readonly string[]): OutboxDocument | undefined {
  return documents
    .filter((document) => missingIds.includes(document.id) && document.progress.state !== 'verified')
    .toSorted((a, b) => rank(a) - rank(b) || a.sizeBytes - b.sizeBytes)[0];
}

function rank(document: OutboxDocument): number {
  return document.progress.state === 'uploading' ? 0 : 1;
}

/** Nothing for an application that the office does not know yet: it goes before every file. */
export function leftBytes({ delivery, documents }: OutboxEntry): number {
  if (delivery.state !== 'waiting' || delivery.receipt === null) return 0;
  return documents.reduce((sum, { sizeBytes, progress }) => {
    if (progress.state === 'verified') return sum;
    return sum + sizeBytes - (progress.state === 'uploading' ? progress.offsetBytes : 0);
  }, 0);
}
