import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import { maxDocumentBytes } from '#domain/document/sniff.ts';
import { mapLive } from '#lib/map-live.ts';
import { isBegun } from './is-begun.ts';
import type { DraftsMenu, SaveResult, SubmitResult } from './menu.ts';
import type { CatalogueStore, DraftStore, ReadFile, Stored } from './ports.ts';
import type { SubmitPorts } from './submit-draft.ts';

const undoMs = 10_000;
const defaultMaxFiles = 5;

export interface DraftsMenuPorts extends SubmitPorts {
  readonly drafts: DraftStore;
  readonly catalogue: CatalogueStore;
  readonly readFile: ReadFile;
}

export function createDraftsMenu(ports: DraftsMenuPorts): DraftsMenu {
  const { drafts, account, catalogue, device } = ports;
  /** Saves of one draft stay in the order in which they were made. */
  let saving: Promise<unknown> = Promise.resolve();

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
    void import('./drop-untouched.ts').then(({ dropUntouched }) => dropUntouched(drafts, nowMs)).catch(() => undefined);
    return { kind: 'started', draftId: id };
  }

  async function attach(draftId: string, slot: string, file: File): ReturnType<DraftsMenu['attach']> {
    const draft = await drafts.readDraft(draftId);
    if (draft === undefined) return { kind: 'refused', reason: 'draft-gone' };
    const requirement = draft.definition.requirements.find(({ id }) => id === slot);
    if (requirement === undefined) return { kind: 'refused', reason: 'not-accepted' };
    const read = await ports.readFile(file, { accept: requirement.accept, maxBytes: maxDocumentBytes });
    if (read.kind === 'refused') {
      return read.reason === 'too-large' ? { ...read, limitBytes: maxDocumentBytes } : read;
    }
    const present = (await drafts.readDocuments(draftId)).filter((document) => document.slot === slot);
    if (present.length >= (requirement.maxFiles ?? defaultMaxFiles)) return { kind: 'refused', reason: 'too-many' };
    const document: AttachedDocument = {
      id: device.newId(),
      applicationId: draftId,
      slot,
      mediaType: read.mediaType,
      sizeBytes: read.bytes.byteLength,
      sha256: await ports.digest(read.bytes),
      ...(read.pageCount === undefined ? {} : { pageCount: read.pageCount }),
      fileName: file.name,
      attachedAtMs: device.nowMs(),
    };
    const stored = await drafts.addDocument(document, read.bytes);
    if (stored.kind === 'gone') return { kind: 'refused', reason: 'draft-gone' };
    return stored.kind === 'failed' ? stored : { kind: 'attached', document };
  }

  async function submit(draftId: string): Promise<SubmitResult> {
    await saving;
    // The rules of forms stay out of the first screen; the form that calls this has loaded them already.
    const { submitDraft } = await import('./submit-draft.ts');
    return submitDraft(ports, draftId);
  }

  return {
    list: () => mapLive(drafts.liveDrafts(), (all) => all.filter(isBegun)),
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
      void drafts.purgeHidden(device.nowMs() - undoMs);
      return saved(await drafts.setHidden(draftId, device.nowMs()));
    },
    async undoDiscard(draftId) {
      return saved(await drafts.setHidden(draftId, null));
    },
    attach,
    async detach(documentId) {
      return saved(await drafts.removeDocument(documentId));
    },
    submit,
  };
}

function saved(result: Stored): SaveResult {
  return result.kind === 'stored' ? { kind: 'saved' } : result;
}
