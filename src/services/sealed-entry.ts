import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { plainEnvelopeType } from '#domain/application/submission.ts';
import type { Digest } from './ports.ts';
import type { SealApplication } from './sealing-ports.ts';

/** The entry with the sizes and digests of what is really sent. */
export async function sealedEntry(
  entry: OutboxEntry,
  sealed: Awaited<ReturnType<SealApplication>>,
  maskedName: string | null,
  digest: Digest,
): Promise<OutboxEntry> {
  const { sealFirst: _later, ...rest } = entry;
  return {
    ...rest,
    sealed: { maskedName },
    envelope: {
      mediaType: plainEnvelopeType,
      sizeBytes: sealed.envelope.byteLength,
      sha256: await digest(sealed.envelope),
    },
    documents: entry.documents.map((document) => sealedDocument(document, sealed.papers)),
  };
}

function sealedDocument(
  document: OutboxDocument,
  papers: Awaited<ReturnType<SealApplication>>['papers'],
): OutboxDocument {
  const paper = papers.find(({ id }) => id === document.id);
  if (paper === undefined) throw new Error('a paper of the entry was not sealed');
  return { ...document, sizeBytes: paper.bytes.byteLength, sha256: paper.sha256, sealed: true };
}
