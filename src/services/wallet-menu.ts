import type { AttachedDocument } from '#domain/application/draft.ts';
import { undoPossibleMs } from '#domain/application/draft.ts';
import { maxDocumentBytes } from '#domain/document/sniff.ts';
import type { MediaType } from '#domain/service/definition.ts';
import type { AttachResult } from './menu.ts';
import type { KeepResult, WalletMenu } from './menu-wallet.ts';
import type { Device, DraftStore, PreparePaper, Stored } from './ports.ts';
import type { NewPaper, WalletStore } from './wallet-ports.ts';

const defaultMaxFiles = 5;
const accepted: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

export interface WalletMenuPorts {
  readonly wallet: WalletStore;
  readonly drafts: Pick<DraftStore, 'readDraft' | 'readDocuments' | 'readDocument' | 'addDocument'>;
  readonly device: Device;
  readonly preparePaper: PreparePaper;
  readonly photoQuality: () => Parameters<PreparePaper>[0]['quality'];
  /** Resolves after so long. */
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Something is kept that should last. */
  readonly onKept: () => void;
}

/** The person's own papers: nothing of them goes anywhere before it is copied into an application. */
export function createWalletMenu(ports: WalletMenuPorts): WalletMenu {
  const { wallet, drafts, device } = ports;

  async function keepPaper(
    paper: Omit<NewPaper, 'id'>,
    bytes: ArrayBuffer,
    store: WalletStore['addPaper'] = wallet.addPaper,
  ): Promise<KeepResult> {
    const paperId = device.newId();
    const stored = await store({ ...paper, id: paperId }, bytes);
    if (stored.kind !== 'stored') return stored;
    ports.onKept();
    return { kind: 'kept', paperId };
  }

  async function add(
    file: File,
    { kind, whose, residentId }: Pick<NewPaper, 'kind' | 'whose' | 'residentId'>,
    store?: WalletStore['addPaper'],
  ): Promise<KeepResult> {
    const read = await ports.preparePaper({
      file,
      accept: accepted,
      maxBytes: maxDocumentBytes,
      quality: ports.photoQuality(),
    });
    if (read.kind === 'refused') {
      return read.reason === 'too-large' ? { ...read, limitBytes: maxDocumentBytes } : read;
    }
    const description = {
      fileName: file.name,
      mediaType: read.mediaType,
      sizeBytes: read.bytes.byteLength,
      sha256: read.sha256,
      takenAtMs: device.nowMs(),
      validUntil: null,
    };
    return keepPaper({ kind, whose, ...ofResident(residentId), ...description }, read.bytes, store);
  }

  async function use(paperId: string, draftId: string, slot: string): Promise<AttachResult> {
    const draft = await drafts.readDraft(draftId);
    if (draft === undefined) return { kind: 'refused', reason: 'draft-gone' };
    const requirement = draft.definition.requirements.find(({ id }) => id === slot);
    const found = await wallet.readPaper(paperId);
    if (found === undefined) return { kind: 'refused', reason: 'unreadable' };
    const { paper, bytes } = found;
    if (paper.residentId !== draft.residentId) return { kind: 'refused', reason: 'unreadable' };
    if (requirement?.accept.includes(paper.mediaType) !== true) return { kind: 'refused', reason: 'not-accepted' };
    const present = (await drafts.readDocuments(draftId)).filter((document) => document.slot === slot);
    if (present.length >= (requirement.maxFiles ?? defaultMaxFiles)) return { kind: 'refused', reason: 'too-many' };
    const { fileName, mediaType, sizeBytes, sha256 } = paper;
    const document: AttachedDocument = {
      id: device.newId(),
      applicationId: draftId,
      slot,
      fileName,
      mediaType,
      sizeBytes,
      sha256,
      attachedAtMs: device.nowMs(),
    };
    const stored = await drafts.addDocument(document, bytes);
    if (stored.kind === 'gone' || stored.kind === 'replaced-gone') return { kind: 'refused', reason: 'draft-gone' };
    return stored.kind === 'stored' ? { kind: 'attached', document } : stored;
  }

  return {
    papers: (residentId) => wallet.livePapers(residentId),
    async bytes(paperId) {
      const found = await wallet.readPaper(paperId);
      return found === undefined ? null : { bytes: found.bytes, mediaType: found.paper.mediaType };
    },
    add: (file, words) => add(file, words),
    async keep(documentId, words) {
      const found = await drafts.readDocument(documentId);
      const draft = found === undefined ? undefined : await drafts.readDraft(found.document.applicationId);
      if (found === undefined || draft === undefined) return { kind: 'gone' };
      const { fileName, mediaType, sizeBytes, sha256, attachedAtMs } = found.document;
      const description = { fileName, mediaType, sizeBytes, sha256, takenAtMs: attachedAtMs, validUntil: null };
      return keepPaper({ ...words, ...ofResident(draft.residentId), ...description }, found.bytes);
    },
    async replace(paper, file) {
      return await add(file, paper, async (fresh, bytes) => {
        const hiddenAtMs = device.nowMs();
        const stored = await wallet.replacePaper({ id: paper.id, hiddenAtMs }, fresh, bytes);
        if (stored.kind === 'stored') purgeLater(hiddenAtMs);
        return stored;
      });
    },
    describe: async (paperId, words) => saved(await wallet.describePaper(paperId, words)),
    use,
    remove: hide,
    undoRemove: async (paperIds) => saved(await wallet.setHidden(paperIds, null)),
  };

  async function hide(paperIds: readonly string[]) {
    const hiddenAtMs = device.nowMs();
    const hidden = await wallet.setHidden(paperIds, hiddenAtMs);
    purgeLater(hiddenAtMs);
    return saved(hidden);
  }

  function purgeLater(hiddenAtMs: number): void {
    void ports.sleep(undoPossibleMs).then(() => wallet.purgeHidden(hiddenAtMs + 1));
  }
}

function ofResident(residentId: string | undefined): Pick<NewPaper, 'residentId'> {
  return residentId === undefined ? {} : { residentId };
}

function saved(result: Stored) {
  return result.kind === 'stored' ? ({ kind: 'saved' } as const) : result;
}
