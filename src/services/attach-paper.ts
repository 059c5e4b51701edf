import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import { maxDocumentBytes } from '#domain/document/sniff.ts';
import type { Requirement } from '#domain/service/definition.ts';
import type { AttachOptions, AttachResult } from './menu.ts';
import type { Device, DraftStore, PreparePaper } from './ports.ts';

const defaultMaxFiles = 5;

export interface AttachPorts {
  readonly drafts: Pick<DraftStore, 'readDraft' | 'readDocuments' | 'addDocument'>;
  readonly device: Device;
  readonly preparePaper: PreparePaper;
  readonly photoQuality: () => Parameters<PreparePaper>[0]['quality'];
}

/** A picked file becomes a paper of the draft, in the slot of that name. */
export async function attachPaper(
  ports: AttachPorts,
  draftId: string,
  slot: string,
  file: File,
  { replaces, corners }: AttachOptions = {},
): Promise<AttachResult> {
  const { drafts, device } = ports;
  const draft = await drafts.readDraft(draftId);
  if (draft === undefined) return { kind: 'refused', reason: 'draft-gone' };
  const requirement = draft.definition.requirements.find(({ id }) => id === slot);
  if (requirement === undefined) return { kind: 'refused', reason: 'not-accepted' };
  if (await isFull(drafts, draft, requirement, replaces)) return { kind: 'refused', reason: 'too-many' };
  const paper = await ports.preparePaper({
    file,
    accept: requirement.accept,
    maxBytes: maxDocumentBytes,
    quality: ports.photoQuality(),
    ...(corners === undefined ? {} : { corners }),
  });
  if (paper.kind === 'refused') {
    return paper.reason === 'too-large' ? { ...paper, limitBytes: maxDocumentBytes } : paper;
  }
  const replaced = (await drafts.readDocuments(draftId)).find(({ id }) => id === replaces);
  // Others may have come in while this one was prepared.
  if (await isFull(drafts, draft, requirement, replaces)) return { kind: 'refused', reason: 'too-many' };
  // Somebody's hand need not be legible.
  const isHand = requirement.capture === 'signature';
  const document: AttachedDocument = {
    id: device.newId(),
    applicationId: draftId,
    slot,
    mediaType: paper.mediaType,
    sizeBytes: paper.bytes.byteLength,
    sha256: paper.sha256,
    ...(paper.pageCount === undefined ? {} : { pageCount: paper.pageCount }),
    fileName: file.name,
    // It takes the place of the one that it replaces.
    attachedAtMs: replaced?.attachedAtMs ?? device.nowMs(),
    ...(isHand || paper.doubts.length === 0 ? {} : { doubts: paper.doubts }),
    ...(isHand || paper.paperAt === undefined ? {} : { paperAt: paper.paperAt }),
  };
  const stored = await drafts.addDocument(document, paper.bytes, replaces);
  if (stored.kind === 'replaced-gone') return { kind: 'refused', reason: 'replaced-gone' };
  if (stored.kind === 'gone') return { kind: 'refused', reason: 'draft-gone' };
  return stored.kind === 'failed' ? stored : { kind: 'attached', document };
}

async function isFull(
  drafts: AttachPorts['drafts'],
  draft: Draft,
  { id, maxFiles }: Requirement,
  replaces: string | undefined,
): Promise<boolean> {
  const present = (await drafts.readDocuments(draft.id)).filter(
    (document) => document.slot === id && document.id !== replaces,
  );
  return present.length >= (maxFiles ?? defaultMaxFiles);
}
