/**
 * What the menu needs from the phone's store and from the office. storage/ and api/ supply the parts by shape;
 * main.tsx checks that they fit.
 */
import type { AttachedDocument, Draft, ListedDraft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { PdfRefusal } from '#domain/document/check-pdf.ts';
import type { SharedFile } from '#domain/document/shared-file.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { Corners } from '#domain/document/corners.ts';
import type { PaperDoubt } from '#domain/document/doubt.ts';
import type { PhotoQuality } from '#domain/document/photo-quality.ts';
import type { ShortcutChange } from '#domain/service/change-shortcuts.ts';
import type { MediaType, ServiceDefinition, ServiceSummary } from '#domain/service/definition.ts';
import type { Shortcuts } from '#domain/service/shortcuts.ts';
import type { LiveQuery, StoreTrouble } from '#lib/live-query.ts';

export type Stored =
  | { readonly kind: 'stored' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

/** Drafts and their papers. Writes never reject: quota arrives as a value (IndexedDB reports it on abort only). */
export interface DraftStore {
  /** Also those that are hidden. */
  liveDrafts(): LiveQuery<readonly ListedDraft[]>;
  liveDraft(draftId: string): LiveQuery<Draft | null>;
  liveDocuments(applicationId: string): LiveQuery<readonly AttachedDocument[]>;
  readDraft(draftId: string): Promise<Draft | undefined>;
  /** Also none when the store can't be read: for what is shown, never for what is deleted. */
  readDocuments(applicationId: string): Promise<readonly AttachedDocument[]>;
  /** Strict. */
  addDraft(draft: Draft): Promise<Stored>;
  /** Relaxed: autosave while typing. `strict` at a step's end. */
  saveAnswers(
    draftId: string,
    change: Pick<Draft, 'answers' | 'place' | 'updatedAtMs' | 'locked'>,
    durability: 'strict' | 'relaxed',
  ): Promise<Stored>;
  /** A hidden draft can't be opened or sent off; `purgeHidden` removes those hidden before the moment, with their papers. */
  setHidden(draftId: string, hiddenAtMs: number | null): Promise<Stored>;
  purgeHidden(beforeMs: number): Promise<void>;
  /**
   * Strict, all in one transaction, then read back and compared by length and SHA-256.
   * @param replaces the paper of the same draft that goes in the same transaction; 'replaced-gone' when it is not there,
   *   and nothing is stored
   */
  addDocument(
    document: AttachedDocument,
    bytes: ArrayBuffer,
    replaces?: string,
  ): Promise<Stored | { readonly kind: 'replaced-gone' }>;
  removeDocument(documentId: string): Promise<Stored>;
  /** Strict: the person has looked at the paper of a draft and says that it can be read. */
  clearDoubts(documentId: string): Promise<Stored>;
  /** Verified against length and SHA-256; undefined when missing or damaged. */
  readDocument(
    documentId: string,
  ): Promise<{ readonly document: AttachedDocument; readonly bytes: ArrayBuffer } | undefined>;
}

export interface SharedFileStore {
  /** Oldest first. */
  live(): LiveQuery<readonly SharedFile[]>;
  /** Undefined when it is gone or can't be read. */
  read(id: string): Promise<File | undefined>;
  /** Strict. */
  remove(id: string): Promise<Stored>;
}

export interface DeviceIdentity {
  readonly deviceId: string;
  /** The sequence number that the next application gets. */
  readonly nextSequence: number;
}

/** What an entry was made of; `locked` as it was read, in the place of the answers, where they lie under a lock. */
export interface SeenDraft {
  readonly answers: Answers;
  readonly locked?: ArrayBuffer | undefined;
  readonly updatedAtMs: number;
  readonly documentIds: readonly string[];
}
/** It lies under a lock, or is to be sealed, and can't be read any more. Nothing has changed. */
export interface PaperDamaged {
  readonly kind: 'paper-damaged';
  readonly slot: string;
}
export interface OpenedPaper {
  readonly document: AttachedDocument;
  readonly bytes: ArrayBuffer;
}
export type SubmitEnd = Stored | { readonly kind: 'sequence-taken' } | { readonly kind: 'changed' };

interface ShelfItem {
  readonly entry: OutboxEntry;
  readonly tracked: TrackedApplication | null;
}

export interface OutboxShelf {
  /** All accounts' entries are told apart by ownerId; `liveEntries` shows the account's own and the unclaimed. */
  liveEntries(limit: number, which: 'all' | 'unsent'): LiveQuery<readonly ShelfItem[]>;
  /** The first `limit` that wait, oldest first. */
  liveWaiting(limit: number): LiveQuery<readonly ShelfItem[]>;
  liveCounts(): LiveQuery<{ readonly waiting: number; readonly needsPerson: number; readonly delivered: number }>;
  liveEntry(applicationId: string): LiveQuery<ShelfItem | null>;
  /** Ids of those with news that the person has not looked at. */
  liveUnread(): LiveQuery<readonly string[]>;
  liveOthersWaiting(): LiveQuery<number>;
  liveWifiOnly(): LiveQuery<boolean>;
  readEntry(applicationId: string): Promise<OutboxEntry | undefined>;
  /** What the office last said of it; null when nothing was heard. */
  readTracked(applicationId: string): Promise<TrackedApplication | null>;
  /** The envelope's bytes, verified; undefined when missing or damaged, `unreadable` when the store gives no answer. */
  readEnvelope(applicationId: string): Promise<ArrayBuffer | 'unreadable' | undefined>;
  readDevice(): Promise<DeviceIdentity>;
  /**
   * One strict transaction: the entry and its envelope in, the draft out, the sequence number used up; then read
   * back. 'sequence-taken' when another tab used the number first: build again with the next one. 'changed' when the
   * draft or its papers are not as they were `seen` any more: read them again.
   * @param opened papers whose bytes lie under a lock, as they are sent
   */
  submit(
    entry: OutboxEntry,
    envelope: ArrayBuffer,
    seen: SeenDraft,
    opened?: readonly OpenedPaper[],
  ): Promise<SubmitEnd | PaperDamaged>;
  /** needs-person → waiting, tried at once. */
  requeue(applicationId: string, nowMs: number): Promise<Stored>;
  /** Everything waiting of this account that is not put aside is due now, over any connection. */
  makeAllDue(nowMs: number): Promise<void>;
  /**
   * One strict transaction: the draft and its papers (moved from the entry) in, the entry out. Only from needs-person,
   * or when no request with it has ever begun; else 'in-line', because the office may have it.
   */
  reopenAsDraft(applicationId: string, draft: Draft): Promise<Stored | { readonly kind: 'in-line' }>;
  /**
   * What the person decides about one that waits; "now" is over any connection. "copied": another phone may send it
   * too, so it can't be taken back as never sent.
   */
  choose(applicationId: string, choice: 'pause' | 'resume' | 'now' | 'copied', nowMs: number): Promise<Stored>;
  /** Relaxed. */
  setWifiOnly(wifiOnly: boolean): Promise<Stored>;
  /** One strict transaction, then read back: an application that was made on another phone. */
  takeIn(
    entry: OutboxEntry,
    envelope: ArrayBuffer,
    papers: readonly { readonly document: AttachedDocument; readonly bytes: ArrayBuffer }[],
    /** What it goes by, when it is somebody else's. */
    ticket?: { readonly ticket: string; readonly deviceId: string },
  ): Promise<Stored | { readonly kind: 'already-here' }>;
}

export interface StoredAccount {
  readonly accountId: string;
  readonly name: string;
  /** As the office named them at the last sign-in; missing from before that was kept. */
  readonly roles?: readonly string[];
}
export interface AccountStore {
  liveAccount(): LiveQuery<StoredAccount | null>;
  readAccount(): Promise<StoredAccount | null>;
  /** Also gives the unclaimed drafts and entries of this phone to the account, in the same transaction. */
  signIn(account: StoredAccount): Promise<Stored>;
  signOut(): Promise<Stored>;
}

export interface CatalogueStore {
  /** The shortcuts are the account's, or the phone's while nobody is signed in; never another account's. */
  liveServices(): LiveQuery<{
    readonly services: readonly ServiceSummary[];
    readonly confirmedAtMs: number | null;
    readonly shortcuts: Shortcuts;
  }>;
  liveService(serviceId: string): LiveQuery<ServiceDefinition | null>;
  readService(serviceId: string): Promise<ServiceDefinition | undefined>;
  /** Relaxed. */
  keepShortcut(change: ShortcutChange): Promise<Stored>;
  readEtags(): Promise<{ readonly list: string | null; readonly services: Readonly<Record<string, string>> }>;
  saveCatalogue(change: {
    readonly list?: { readonly services: readonly ServiceSummary[]; readonly etag: string | null };
    readonly definitions: readonly { readonly definition: ServiceDefinition; readonly etag: string | null }[];
    readonly confirmedAtMs: number;
  }): Promise<Stored>;
}

export type Fetched<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly etag: string | null }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'missing' }
  /** The office gave it, in a form that this version of the app can't read: written for a newer one. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'office-trouble' };

export interface CatalogueSource {
  fetchServices(etag: string | null): Promise<Fetched<readonly ServiceSummary[]>>;
  fetchService(serviceId: string, etag: string | null): Promise<Fetched<ServiceDefinition>>;
}

export type FileRefusal = 'empty' | 'too-large' | 'not-accepted' | 'unreadable' | 'heic' | PdfRefusal;

/**
 * Copies a picked file's bytes now (it may vanish later), knows it by magic bytes and size, not by name, and makes a
 * photo as small as it can be read: without place, time and phone, and judged. A PDF is looked through and stays as it is. Asked for several,
 * it does one after the other. A photo that can't be prepared comes back as it was picked.
 */
export type PreparePaper = (order: {
  readonly file: Blob;
  readonly accept: readonly MediaType[];
  readonly maxBytes: number;
  readonly quality: PhotoQuality;
  readonly corners?: Corners;
}) => Promise<
  | {
      readonly kind: 'prepared';
      readonly bytes: ArrayBuffer;
      readonly mediaType: MediaType;
      readonly sha256: string;
      /** Of a PDF. */
      readonly pageCount?: number;
      readonly doubts: readonly PaperDoubt[];
      /** Where in this photo a paper lies askew, or with much around it; only where it can be straightened. */
      readonly paperAt?: Corners;
    }
  | { readonly kind: 'refused'; readonly reason: FileRefusal }
>;

/** Lower-case hexadecimal SHA-256. */
export type Digest = (bytes: ArrayBuffer) => Promise<string>;

export interface Device {
  nowMs(): number;
  /** UUIDv7. */
  newId(): string;
}

export type { SurveyToSend } from './survey-menu.ts';
