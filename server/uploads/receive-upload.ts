import { sniffMediaType } from '#domain/document/sniff.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import type { UploadHold, UploadLock } from './upload-lock.ts';
import type { UploadStore } from './upload-store.ts';

export interface UploadPorts {
  readonly documents: DocumentStore;
  readonly uploads: UploadStore;
  readonly uploadLock: UploadLock;
  nowMs(): number;
}

export type Received =
  | { readonly kind: 'held'; readonly offsetBytes: number }
  | { readonly kind: 'wrong-offset'; readonly offsetBytes: number }
  | { readonly kind: 'too-long' }
  /** Not the announced bytes, or not of the announced type: the upload starts again from 0. */
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'busy' };

/**
 * How many bytes are held. A process may have died between the last byte and the verdict: then it is given now, so
 * that "all bytes held" never means "nobody looks at them".
 */
export async function readOffset(ports: UploadPorts, announced: StoredDocument): Promise<number | 'busy'> {
  if (announced.verified) return announced.sizeBytes;
  return ports.uploadLock.withUpload(announced.uploadKey, async () => {
    const document = await readAgain(ports, announced);
    if (document.verified) return document.sizeBytes;
    const sizeBytes = await ports.uploads.size(document.uploadKey);
    if (sizeBytes < document.sizeBytes) return sizeBytes;
    return (await finish(ports, document)) ? document.sizeBytes : 0;
  });
}

/** Appends what the stream brings, at `offsetBytes` and nowhere else. */
export async function receiveUpload(
  ports: UploadPorts,
  document: StoredDocument,
  offsetBytes: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const received = await ports.uploadLock.withUpload(document.uploadKey, (hold) =>
    appendAt(ports, document, offsetBytes, chunks, hold),
  );
  return received === 'busy' ? { kind: 'busy' } : received;
}

async function appendAt(
  ports: UploadPorts,
  announced: StoredDocument,
  offsetBytes: number,
  chunks: AsyncIterable<Uint8Array>,
  hold: UploadHold,
): Promise<Received> {
  const document = await readAgain(ports, announced);
  const heldBytes = document.verified ? document.sizeBytes : await ports.uploads.size(document.uploadKey);
  if (heldBytes !== offsetBytes) return { kind: 'wrong-offset', offsetBytes: heldBytes };
  if (document.verified) return { kind: 'held', offsetBytes };
  const appended = await ports.uploads.append(document.uploadKey, chunks, document.sizeBytes, hold);
  if (appended.kind === 'too-long') return { kind: 'too-long' };
  if (appended.sizeBytes < document.sizeBytes) return { kind: 'held', offsetBytes: appended.sizeBytes };
  return (await finish(ports, document)) ? { kind: 'held', offsetBytes: document.sizeBytes } : { kind: 'mismatch' };
}

/** Under the lock: an earlier request may have finished the document while this one waited. */
async function readAgain(ports: UploadPorts, announced: StoredDocument): Promise<StoredDocument> {
  return (await ports.documents.find(announced.id)) ?? announced;
}

/** Reads the stored bytes back and gives the verdict: durable first, then "verified". False sends the upload back to 0. */
async function finish(ports: UploadPorts, document: StoredDocument): Promise<boolean> {
  const { sizeBytes, sha256, head } = await ports.uploads.digest(document.uploadKey);
  const right =
    sizeBytes === document.sizeBytes && sha256 === document.sha256 && sniffMediaType(head) === document.mediaType;
  if (!right) {
    await ports.uploads.clear(document.uploadKey);
    return false;
  }
  await ports.uploads.makeDurable(document.uploadKey);
  await ports.documents.markVerified(document.id, ports.nowMs());
  return true;
}
