import { undoPossibleMs, type Draft } from '#domain/application/draft.ts';
import type { PhotoQuality } from '#domain/document/photo-quality.ts';
import { mapLive } from '#lib/map-live.ts';
import { isBegun } from './is-begun.ts';
import type { DraftsMenu, SaveResult, SubmitResult } from './menu.ts';
import type { CatalogueStore, DraftStore, PreparePaper, Stored } from './ports.ts';
import type { SubmitPorts } from './submit-draft.ts';

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
    async attach(...asked) {
      // It comes with the first paper, like what prepares it.
      const part = await import('./attach-paper.ts').catch(() => null);
      return part === null ? { kind: 'failed', reason: 'unknown' } : await part.attachPaper(ports, ...asked);
    },
    async detach(documentId) {
      return saved(await drafts.removeDocument(documentId));
    },
    async keepAsItIs(documentId) {
      return saved(await drafts.clearDoubts(documentId));
    },
    submit,
    async check(draftId) {
      await saving;
      const part = await import('./check-draft.ts').catch(() => null);
      return part === null ? { kind: 'failed', reason: 'unknown' } : await part.checkDraft(ports, draftId);
    },
  };
}

function saved(result: Stored): SaveResult {
  return result.kind === 'stored' ? { kind: 'saved' } : result;
}
