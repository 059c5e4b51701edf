import { undoPossibleMs, type AttachedDocument, type Draft } from '#domain/application/draft.ts';
import type { PhotoQuality } from '#domain/document/photo-quality.ts';
import { maxDocumentBytes } from '#domain/document/sniff.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { mapLive } from '#lib/map-live.ts';
import { isBegun } from './is-begun.ts';
import type { AttachOptions, DraftsMenu, SaveResult, SubmitResult } from './menu.ts';
import type { CatalogueStore, DraftStore, PreparePaper, Stored } from './ports.ts';
import type { SubmitPorts } from './submit-draft.ts';

const defaultMaxFiles = 5;

export interface DraftsMenuPorts extends SubmitPorts {
  readonly drafts: DraftStore;
  readonly catalogue: CatalogueStore;
  readonly preparePaper: PreparePaper;
  /** What the person has chosen, asked anew for every photo. */
  readonly photoQuality: () => PhotoQuality;
}

export function createDraftsMenu(ports: DraftsMenuPorts): DraftsMenu {
  const { drafts, account, catalogue, device } = ports;
  /** Saves of one draft stay in the order in which they were made. */
  let saving: Promise<unknown> = Promise.resolve();

  const listWithHidden = () => mapLive(drafts.liveDrafts(), (all) => all.filter(isBegun));

  async function start(serviceId: string): ReturnType<DraftsMenu['start']> {
    const definition = await catalogue.readService(serviceId);
    if (definition === undefined) return { kind: 'unknown-service' };
    const nowMs = device.nowMs();
    const owner = await account.readAccount();
    const id = device.newId();
    const place = definition.steps[0]?.id ?? 'review';
    const draft: Draft = {
      id,
      ownerId: owner?.accountId ?? null,
      definition,
      answers: {},
      place,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    const result = await drafts.addDraft(draft);
    if (result.kind === 'failed') return result;
    void catalogue.keepShortcut({ kind: 'used', serviceId });
    void import('./drop-untouched.ts').then(({ dropUntouched }) => dropUntouched(drafts, nowMs)).catch(() => undefined);
    return { kind: 'started', draftId: id };
  }

  async function attach(
    draftId: string,
    slot: string,
    file: File,
    { replaces, corners }: AttachOptions = {},
  ): ReturnType<DraftsMenu['attach']> {
    const draft = await drafts.readDraft(draftId);
    if (draft === undefined) return { kind: 'refused', reason: 'draft-gone' };
    const requirement = draft.definition.requirements.find(({ id }) => id === slot);
    if (requirement === undefined) return { kind: 'refused', reason: 'not-accepted' };
    if (await isFull(draft, requirement, replaces)) return { kind: 'refused', reason: 'too-many' };
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
    if (await isFull(draft, requirement, replaces)) return { kind: 'refused', reason: 'too-many' };
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
      ...(paper.doubts.length === 0 ? {} : { doubts: paper.doubts }),
      ...(paper.paperAt === undefined ? {} : { paperAt: paper.paperAt }),
    };
    const stored = await drafts.addDocument(document, paper.bytes);
    if (stored.kind === 'gone') return { kind: 'refused', reason: 'draft-gone' };
    if (stored.kind === 'failed') return stored;
    // Only now: what it replaces is no longer needed.
    if (replaces !== undefined) await drafts.removeDocument(replaces);
    return { kind: 'attached', document };
  }

  async function isFull(draft: Draft, { id, maxFiles }: Requirement, replaces: string | undefined): Promise<boolean> {
    const present = (await drafts.readDocuments(draft.id)).filter(
      (document) => document.slot === id && document.id !== replaces,
    );
    return present.length >= (maxFiles ?? defaultMaxFiles);
  }

  async function submit(draftId: string): Promise<SubmitResult> {
    await saving;
    // The rules of forms stay out of the first screen; the form that calls this has loaded them already.
    const { submitDraft } = await import('./submit-draft.ts');
    return submitDraft(ports, draftId);
  }

  return {
    list: () => mapLive(listWithHidden(), (all) => all.filter((draft) => draft.hiddenAtMs === undefined)),
    listWithHidden,
    draft: (draftId) => drafts.liveDraft(draftId),
    documents: (draftId) => drafts.liveDocuments(draftId),
    start,
    save(draftId, change) {
      const save = saving.then(() =>
        drafts.saveAnswers(draftId, { ...change, updatedAtMs: device.nowMs() }, 'relaxed'),
      );
      saving = save.catch(() => undefined);
      return save.then(saved);
    },
    async discard(draftId) {
      const purge = () => void drafts.purgeHidden(device.nowMs() - undoPossibleMs);
      purge();
      // One millisecond more, or the one it is for would not be old enough.
      setTimeout(purge, undoPossibleMs + 1);
      return saved(await drafts.setHidden(draftId, device.nowMs()));
    },
    async undoDiscard(draftId) {
      return saved(await drafts.setHidden(draftId, null));
    },
    attach,
    async detach(documentId) {
      return saved(await drafts.removeDocument(documentId));
    },
    async keepAsItIs(documentId) {
      return saved(await drafts.clearDoubts(documentId));
    },
    submit,
  };
}

function saved(result: Stored): SaveResult {
  return result.kind === 'stored' ? { kind: 'saved' } : result;
}
