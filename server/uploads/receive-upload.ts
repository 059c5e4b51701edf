import type { OpenPaper } from '../sealing/open-paper.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import { clearLeftover, finishUpload, type Finished } from './finish-upload.ts';
import type { PaperJudge } from './judging/judge-paper.ts';
import { paperRefusals } from './judging/paper-refusal.ts';
import type { UploadHold, UploadLock } from './upload-lock.ts';
import type { UploadStore } from './upload-store.ts';

export interface UploadPorts {
  readonly documents: DocumentStore;
  readonly uploads: UploadStore;
  readonly uploadLock: UploadLock;
  readonly judgePaper: PaperJudge;
  readonly openPaper: OpenPaper;
  nowMs(): number;
}

export type Received =
  | { readonly kind: 'held'; readonly offsetBytes: number }
  | { readonly kind: 'wrong-offset'; readonly offsetBytes: number }
  | { readonly kind: 'too-long' }
  | Exclude<Finished, { kind: 'clean' | 'scanning' }>
  | { readonly kind: 'busy' };

/** How far an upload has come. */
export type Progress =
  | Exclude<Finished, { kind: 'mismatch' }>
  | { readonly kind: 'open'; readonly offsetBytes: number };

/**
 * How far it has come. A process may have died between the last byte and the verdict: then it is given now, so
 * that "all bytes held" never means "nobody looks at them".
 */
export async function readProgress(ports: UploadPorts, announced: StoredDocument): Promise<Progress | 'busy'> {
  const known = verdictOn(announced);
  if (known !== null) {
    await clearLeftover(ports.uploads, announced);
    return known;
  }
  return ports.uploadLock.withUpload(announced.uploadKey, async () => {
    const document = await readAgain(ports, announced);
    const verdict = verdictOn(document);
    if (verdict !== null) return verdict;
    const offsetBytes = await ports.uploads.size(document.uploadKey);
    if (offsetBytes < document.sizeBytes) return { kind: 'open', offsetBytes };
    const finished = await finishUpload(ports, document);
    return finished.kind === 'mismatch' ? { kind: 'open', offsetBytes: 0 } : finished;
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
  const document = await ports.documents.find(announced.id);
  // Erased while this one waited: nothing may lie where no row tells of it.
  if (document === undefined) return { kind: 'wrong-offset', offsetBytes: 0 };
  const verdict = verdictOn(document);
  if (verdict?.kind === 'refused') return verdict;
  const heldBytes = verdict === null ? await ports.uploads.size(document.uploadKey) : document.sizeBytes;
  if (heldBytes !== offsetBytes) return { kind: 'wrong-offset', offsetBytes: heldBytes };
  if (verdict !== null) return { kind: 'held', offsetBytes };
  const appended = await ports.uploads.append(document.uploadKey, chunks, document.sizeBytes, hold, heldBytes);
  if (appended.kind === 'too-long') return { kind: 'too-long' };
  if (appended.sizeBytes < document.sizeBytes) return { kind: 'held', offsetBytes: appended.sizeBytes };
  const finished = await finishUpload(ports, document);
  return finished.kind === 'mismatch' || finished.kind === 'refused'
    ? finished
    : { kind: 'held', offsetBytes: document.sizeBytes };
}

/** Under the lock: an earlier request may have finished the document while this one waited. */
async function readAgain(ports: UploadPorts, announced: StoredDocument): Promise<StoredDocument> {
  return (await ports.documents.find(announced.id)) ?? announced;
}

/** Null while there is none. */
function verdictOn({ verified, refusal }: StoredDocument): Extract<Finished, { kind: 'clean' | 'refused' }> | null {
  if (verified) return { kind: 'clean' };
  const reason = paperRefusals.find((known) => known === refusal);
  return reason === undefined ? null : { kind: 'refused', reason };
}
