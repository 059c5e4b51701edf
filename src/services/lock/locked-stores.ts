import {
  lockDocument,
  lockDraft,
  lockWalletPaper,
  lockWalletWords,
  openDocument,
  openDraft,
  openPayload,
  openWalletPaper,
} from '#domain/lock/locked-rows.ts';
import type { RowKey } from '#domain/lock/row-key.ts';
import { mapLiveLater } from '#lib/map-live-later.ts';
import type { Digest, DraftStore, OpenedPaper, OutboxShelf } from '../ports.ts';
import type { ResidentStore } from '../resident-ports.ts';
import type { ChangeStore } from '../repairs-menu.ts';
import type { ResultStore } from '../results-menu.ts';
import type { NewPaper, WalletStore } from '../wallet-ports.ts';
import { allOpened } from './all-opened.ts';
import type { AnswersTurner } from './open-inbox.ts';
import type { LockedStores } from './lock-switch.ts';
import { lockedResidents } from './locked-residents.ts';
import { lockedResults } from './locked-results.ts';

export interface LockedParts {
  readonly key: RowKey;
  readonly answers: AnswersTurner;
  readonly digest: Digest;
  /** The papers of drafts, as they lie there. */
  readonly plainDrafts: DraftStore;
  /** False while the lock is taken away: what is sealed is opened still, and nothing more is sealed. */
  readonly seals: boolean;
  /** A tab that slept may hold the key of a lock that was taken away meanwhile: what it sealed nobody could open. */
  readonly isStillOn: () => Promise<boolean>;
  /** Something came in that is not sealed. */
  readonly sealRest: () => void;
}

/** The same stores over rows that can't be read without the key: they seal what goes in and open what comes out. */
export function lockedStores(parts: LockedParts): LockedStores {
  const { key, answers, digest, plainDrafts, seals, isStillOn, sealRest } = parts;
  const drafts = once((plain: DraftStore) => ({
    ...plain,
    ...openedDrafts(plain, key),
    ...(seals ? whileOn(isStillOn, sealedDrafts(plain, key, digest)) : {}),
  }));
  return {
    drafts,
    shelf: once((plain: OutboxShelf) => {
      const shelf = lockedShelf(plain, key, drafts(plainDrafts), seals ? sealRest : null);
      const { reopenAsDraft } = shelf;
      return seals ? { ...shelf, ...whileOn(isStillOn, { reopenAsDraft }) } : shelf;
    }),
    wallet: once((plain: WalletStore) => ({
      ...plain,
      ...openedWallet(plain, key),
      ...(seals ? whileOn(isStillOn, sealedWallet(plain, key, digest)) : {}),
    })),
    residents: once((plain: ResidentStore) => {
      const residents = lockedResidents(plain, key, seals);
      const { addResident, changeResident, giveConsent } = residents;
      return seals ? { ...residents, ...whileOn(isStillOn, { addResident, changeResident, giveConsent }) } : residents;
    }),
    // The store asks in its own transaction whether the lock is still on.
    results: once((plain: ResultStore) => lockedResults(plain, key, digest, seals)),
    changes: once((plain: ChangeStore) => ({
      ...plain,
      async readTracked(applicationId) {
        const told = await plain.readTracked(applicationId);
        return told?.repair === undefined ? told : { ...told, repair: await answers.open(applicationId, told.repair) };
      },
    })),
  };
}

function openedDrafts(plain: DraftStore, key: RowKey) {
  return {
    saveAnswers: (id, change, durability) => plain.saveAnswers(id, { ...change, locked: undefined }, durability),
    liveDrafts: () => mapLiveLater(plain.liveDrafts(), (all) => allOpened(all, (draft) => openDraft(key, draft))),
    liveDraft: (id) =>
      mapLiveLater(plain.liveDraft(id), async (draft) =>
        draft === null ? null : ((await openDraft(key, draft)) ?? null),
      ),
    liveDocuments: (id) =>
      mapLiveLater(plain.liveDocuments(id), (all) => allOpened(all, (paper) => openDocument(key, paper))),
    async readDraft(id) {
      const draft = await plain.readDraft(id);
      return draft && openDraft(key, draft);
    },
    readDocuments: async (id) => allOpened(await plain.readDocuments(id), (paper) => openDocument(key, paper)),
    async readDocument(id) {
      const found = await plain.readDocument(id);
      if (found?.document.locked === undefined) return found;
      const document = await openDocument(key, found.document);
      const bytes = await openPayload(key, id, found.bytes);
      return document === undefined || bytes === undefined ? undefined : { document, bytes };
    },
  } satisfies Partial<DraftStore>;
}

function sealedDrafts(plain: DraftStore, key: RowKey, digest: Digest) {
  return {
    addDraft: async (draft) => plain.addDraft(draft.ownerId === key.owner ? await lockDraft(key, draft) : draft),
    async saveAnswers(id, { answers, place, updatedAtMs }, durability) {
      const { answers: empty, locked } = await lockDraft(key, { id, answers });
      return plain.saveAnswers(id, { answers: empty, locked, place, updatedAtMs }, durability);
    },
    async addDocument(document, bytes, replaces) {
      const sealed = await lockDocument(key, digest, { paper: document, bytes });
      return plain.addDocument(sealed.paper, sealed.bytes, replaces);
    },
  } satisfies Partial<DraftStore>;
}

/** What goes to the office is opened in the transaction that hands it over: the outbox is sent while nobody has unlocked. */
function lockedShelf(plain: OutboxShelf, key: RowKey, drafts: DraftStore, sealRest: (() => void) | null): OutboxShelf {
  return {
    ...plain,
    async submit(entry, envelope, seen) {
      const papers: OpenedPaper[] = [];
      for (const id of seen.documentIds) {
        const found = await drafts.readDocument(id);
        const sent = entry.documents.find((document) => document.id === id);
        if (found === undefined && sent !== undefined) return { kind: 'paper-damaged', slot: sent.slot };
        if (found !== undefined) papers.push(found);
      }
      return plain.submit(entry, envelope, seen, papers);
    },
    async reopenAsDraft(id, draft) {
      if (sealRest === null) return plain.reopenAsDraft(id, draft);
      const end = await plain.reopenAsDraft(id, await lockDraft(key, draft));
      // Its papers come as they lay in the outbox.
      sealRest();
      return end;
    },
  };
}

function openedWallet(plain: WalletStore, key: RowKey) {
  return {
    livePapers: (residentId?: string) =>
      mapLiveLater(plain.livePapers(residentId), (all) => allOpened(all, (paper) => openWalletPaper(key, paper))),
    async readPaper(id) {
      const found = await plain.readPaper(id);
      if (found?.paper.locked === undefined) return found;
      const paper = await openWalletPaper(key, found.paper);
      const bytes = await openPayload(key, id, found.bytes);
      return paper === undefined || bytes === undefined ? undefined : { paper, bytes };
    },
  } satisfies Partial<WalletStore>;
}

function sealedWallet(plain: WalletStore, key: RowKey, digest: Digest) {
  return {
    async addPaper(paper, bytes) {
      if (await isKept(plain, key, paper)) return { kind: 'already-here' };
      const sealed = await lockWalletPaper(key, digest, { paper, bytes });
      return plain.addPaper(sealed.paper, sealed.bytes);
    },
    async replacePaper(old, paper, bytes) {
      if (await isKept(plain, key, paper)) return { kind: 'already-here' };
      const sealed = await lockWalletPaper(key, digest, { paper, bytes });
      return plain.replacePaper(old, sealed.paper, sealed.bytes);
    },
    async describePaper(id, words) {
      const found = await plain.readPaper(id);
      const paper = found && (await openWalletPaper(key, found.paper));
      if (found === undefined || paper === undefined) return { kind: 'gone' };
      if (found.paper.locked === undefined) return plain.describePaper(id, words);
      const { whose, validUntil, locked } = await lockWalletWords(key, { ...paper, ...words }, found.paper);
      return plain.describePaper(id, { whose, validUntil, locked });
    },
  } satisfies Partial<WalletStore>;
}

/** The store compares the sealed bytes, which never come twice. */
async function isKept(plain: WalletStore, key: RowKey, paper: NewPaper): Promise<boolean> {
  const all = await allOpened(await plain.readPapers(paper.residentId), (one) => openWalletPaper(key, one));
  return all.some(({ id, kind, sha256 }) => id !== paper.id && kind === paper.kind && sha256 === paper.sha256);
}

type Write = (...given: never[]) => Promise<unknown>;

/** Each write looks first; taking a lock away waits for those that have looked before. */
function whileOn<T extends object>(isStillOn: () => Promise<boolean>, writes: T): T {
  const guarded = Object.entries(writes).map(([name, write]: [string, Write]) => [
    name,
    async (...given: never[]) =>
      (await isStillOn()) ? write(...given) : ({ kind: 'failed', reason: 'closed' } as const),
  ]);
  return Object.fromEntries(guarded) as T;
}

function once<T extends object>(make: (plain: T) => T): (plain: T) => T {
  const made = new WeakMap<T, T>();
  return (plain) => {
    const known = made.get(plain) ?? make(plain);
    made.set(plain, known);
    return known;
  };
}
