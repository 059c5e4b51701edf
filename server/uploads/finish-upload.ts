import { createHash } from 'node:crypto';
import { sniffMediaType } from '#domain/document/sniff.ts';
import type { StoredDocument } from '../stores/document-store.ts';
import type { PaperJudge } from './judging/judge-paper.ts';
import type { PaperRefusal } from './judging/paper-refusal.ts';
import type { UploadPorts } from './receive-upload.ts';
import type { UploadStore } from './upload-store.ts';
import { inTurns } from './in-turn.ts';

export interface FinishPorts extends Pick<UploadPorts, 'documents' | 'uploads' | 'openPaper' | 'nowMs'> {
  readonly judgePaper: PaperJudge;
}

export type Finished =
  | { readonly kind: 'clean' }
  /** Not the announced bytes, or not of the announced type: the upload starts again from 0. */
  | { readonly kind: 'mismatch' }
  /** All bytes are held, and nobody can say yet whether they are taken: asked again with the next request. */
  | { readonly kind: 'scanning' }
  | { readonly kind: 'refused'; readonly reason: PaperRefusal };

/** Of this process: each holds a whole paper, a sealed one several times. */
const oneOfFew = inTurns(4);

/**
 * Reads the stored bytes back and gives the verdict: durable first, then written down. What is kept of a picture is the
 * picture, of what is sealed what was in it; that it came from what was announced is told by its recorded SHA-256.
 */
export async function finishUpload(ports: FinishPorts, document: StoredDocument): Promise<Finished> {
  return await oneOfFew(() => finishInTurn(ports, document));
}

async function finishInTurn(ports: FinishPorts, document: StoredDocument): Promise<Finished> {
  const { uploads } = ports;
  const { id, uploadKey, mediaType } = document;
  const { sizeBytes, sha256, head } = await uploads.digest(uploadKey);
  const isSealed = document.sealed === true;
  const isOfType = isSealed || sniffMediaType(head) === mediaType;
  if (sizeBytes !== document.sizeBytes || sha256 !== document.sha256 || !isOfType) return mismatch(uploads, uploadKey);
  await uploads.makeDurable(uploadKey);
  const sent = await wholeOf(uploads, uploadKey);
  const opened = isSealed ? await ports.openPaper(document, sent) : { kind: 'opened' as const, bytes: sent };
  if (opened.kind === 'later') return waiting(ports, document);
  // A seal that holds something else will never hold the right thing: as with any other bytes, it starts again.
  if (opened.kind === 'broken' || sniffMediaType(opened.bytes) !== mediaType) return mismatch(uploads, uploadKey);
  const { bytes } = opened;
  const judged = await ports.judgePaper(bytes, mediaType);
  switch (judged.kind) {
    case 'later':
      return waiting(ports, document);
    case 'refused':
      await ports.documents.markRefused(id, judged.reason, ports.nowMs());
      await uploads.clear(uploadKey);
      return judged;
    case 'fine': {
      const isAsSent = Buffer.compare(judged.bytes, sent) === 0;
      if (!isAsSent) await writeWhole(uploads, rewrittenKeyOf(uploadKey), judged.bytes);
      await ports.documents.markVerified(id, isAsSent ? null : judged.bytes.length, ports.nowMs());
      if (!isAsSent) await uploads.clear(uploadKey);
      return { kind: 'clean' };
    }
  }
}

async function waiting({ documents, nowMs }: FinishPorts, document: StoredDocument): Promise<Finished> {
  await documents.awaitVerdict(document, nowMs());
  return { kind: 'scanning' };
}

async function mismatch(uploads: UploadStore, uploadKey: string): Promise<Finished> {
  await uploads.clear(uploadKey);
  return { kind: 'mismatch' };
}

/** Where the copy lies that may be opened. */
export function servedKeyOf({ uploadKey, rewrittenSizeBytes }: StoredDocument): string {
  return rewrittenSizeBytes === null ? uploadKey : rewrittenKeyOf(uploadKey);
}

/** Bytes that are kept no longer, should the process have died before they were gone. */
export async function clearLeftover(
  uploads: UploadStore,
  { uploadKey, refusal, rewrittenSizeBytes }: StoredDocument,
): Promise<void> {
  if (refusal !== null || rewrittenSizeBytes !== null) await uploads.clear(uploadKey);
}

/** All bytes of a document, whatever became of it. */
export async function clearEverything(uploads: UploadStore, uploadKey: string): Promise<void> {
  for (const key of [uploadKey, rewrittenKeyOf(uploadKey)]) await uploads.clear(key);
}

/** Longer than every upload key, so that it is never one. */
function rewrittenKeyOf(uploadKey: string): string {
  return `${uploadKey}-pixels`;
}

async function wholeOf(uploads: UploadStore, key: string): Promise<Uint8Array> {
  const found = await uploads.read(key);
  const chunks: Uint8Array[] = [];
  for await (const chunk of found?.chunks ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function writeWhole(uploads: UploadStore, key: string, bytes: Uint8Array): Promise<void> {
  // A process may have died while it wrote the same.
  await uploads.clear(key);
  const chunks = (async function* () {
    yield bytes;
  })();
  const hold = { signal: new AbortController().signal, onProgress: () => undefined };
  const { sizeBytes } = await uploads.append(key, chunks, bytes.length, hold, 0);
  if (sizeBytes !== bytes.length) throw new Error('A rewritten paper was not written whole');
  await uploads.makeDurable(key);
  const written = await uploads.digest(key);
  if (written.sha256 !== createHash('sha256').update(bytes).digest('hex'))
    throw new Error('A rewritten paper is not what was written');
}
