import type { z } from 'zod';
import { type ApplicationSubmission, OpenSubmission } from '#contract/submission-schemas.ts';
import { formItem, itemInfo, sealedSize } from '#domain/sealing/frames.ts';
import { openBytes } from '#domain/sealing/seal-bytes.ts';
import { findFault } from '../http/json-guard.ts';
import type { DocumentReference } from '../stores/application-store.ts';
import { nodePrimitives } from './node-primitives.ts';
import type { SealingDesk } from './sealing-desk.ts';

type Submission = z.output<typeof ApplicationSubmission>;
type Open = z.output<typeof OpenSubmission>;

export type Opened =
  | {
      readonly kind: 'open';
      readonly submission: Open;
      /** The JSON that the answers stand in, as it was written. */
      readonly json: unknown;
      readonly documents: readonly DocumentReference[];
      readonly sealedKey: string | null;
    }
  | { readonly kind: 'sealing-required' }
  | { readonly kind: 'unknown-sealing-key' }
  /** The seal is broken, or what was in it is not what stands on it. */
  | { readonly kind: 'does-not-open' };

export type OpenSubmissionPort = (applicationId: string, submission: Submission, json: unknown) => Promise<Opened>;

export function submissionOpener(desk: SealingDesk): OpenSubmissionPort {
  return (applicationId, submission, json) => openSubmission(desk, applicationId, submission, json);
}

async function openSubmission(
  desk: SealingDesk,
  applicationId: string,
  submission: Submission,
  json: unknown,
): Promise<Opened> {
  const { sealed, data } = submission;
  if (sealed === undefined) {
    if (desk.mode === 'required') return { kind: 'sealing-required' };
    if (data === undefined) return { kind: 'does-not-open' };
    const documents = submission.documents.map(({ size, ...document }) => ({ ...document, sizeBytes: size }));
    return { kind: 'open', submission: { ...submission, data }, json, documents, sealedKey: null };
  }
  const read = await desk.contentKey(sealed.key);
  if (read.kind === 'unknown-key') return { kind: 'unknown-sealing-key' };
  if (read.kind === 'broken') return { kind: 'does-not-open' };
  const form = Uint8Array.from(Buffer.from(sealed.form, 'base64url'));
  const plain = await openBytes(nodePrimitives, read.contentKey, itemInfo(applicationId, formItem), form);
  const inside = plain === undefined ? undefined : jsonIn(plain);
  const opened = OpenSubmission.safeParse(inside);
  if (!opened.success) return { kind: 'does-not-open' };
  const documents = bothSides(submission, opened.data);
  if (documents === undefined) return { kind: 'does-not-open' };
  return {
    kind: 'open',
    submission: opened.data,
    json: inside,
    documents,
    sealedKey: JSON.stringify(sealed.key),
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return findFault(json) === undefined ? json : undefined;
  } catch {
    return undefined;
  }
}

/** The papers with both of their sizes; undefined when the outside speaks of another application than the inside. */
function bothSides(outside: Submission, inside: Open): readonly DocumentReference[] | undefined {
  const isSame =
    outside.serviceId === inside.serviceId &&
    outside.schemaVersion === inside.schemaVersion &&
    outside.capturedAt === inside.capturedAt &&
    outside.device?.id === inside.device?.id &&
    outside.device?.sequence === inside.device?.sequence &&
    outside.documents.length === inside.documents.length;
  if (!isSame) return undefined;
  const documents = outside.documents.flatMap(({ size, ...document }, index) => {
    const paper = inside.documents[index];
    const fits =
      paper?.id === document.id &&
      paper.slot === document.slot &&
      paper.mediaType === document.mediaType &&
      sealedSize(paper.size) === size;
    if (!fits) return [];
    return [
      { ...document, sizeBytes: size, sealed: true as const, opened: { sizeBytes: paper.size, sha256: paper.sha256 } },
    ];
  });
  return documents.length === outside.documents.length ? documents : undefined;
}
