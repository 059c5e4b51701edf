/**
 * The menu: everything a screen may ask for. Commands resolve with a value for every expected end; they never
 * reject for a reason a person could meet. Live queries follow the truth in the phone's store.
 */
import type { AccountDoor } from './menu-account.ts';
import type { AttachedDocument, Draft, ListedDraft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { SharedFile } from '#domain/document/shared-file.ts';
import type { Answers, FieldProblem } from '#domain/form/answers.ts';
import type { ConnectionKind } from '#sync/connection-kind.ts';
import type { EngineStatus } from '#sync/engine-status.ts';
import type { Corners } from '#domain/document/corners.ts';
import type { FileRefusal } from './ports.ts';
import type { LiveQuery, Observable, StoreTrouble } from '#lib/live-query.ts';
import type { ShortcutChange } from '#domain/service/change-shortcuts.ts';
import type { MediaType, ServiceDefinition, ServiceSummary } from '#domain/service/definition.ts';
import type { Shortcuts } from '#domain/service/shortcuts.ts';
import type { DeviceMenu, StorageHealth, VaultState } from './menu-device.ts';
import type { LaterMenus } from './menu-later.ts';
import type { WalletMenu } from './menu-wallet.ts';

export type { ConnectionKind, DeviceMenu, EngineStatus, StorageHealth, VaultState };

export interface CatalogueView {
  readonly services: readonly ServiceSummary[];
  /** When the office last confirmed the list; null while it was never reached. */
  readonly confirmedAtMs: number | null;
  /** Of the person who is signed in, or of this phone while nobody is. */
  readonly shortcuts: Shortcuts;
}
export type RefreshResult = 'fresh' | 'no-connection' | 'office-trouble';

export interface CatalogueMenu {
  services(): LiveQuery<CatalogueView>;
  service(serviceId: string): LiveQuery<ServiceDefinition | null>;
  keepShortcut(change: ShortcutChange): Promise<SaveResult>;
  /** Asks the office; joins a refresh that is under way. The definitions come along, for offline use. */
  refresh(): Promise<RefreshResult>;
  /** Whether the last refresh found that the service's form is written for a newer version of the app. */
  needsNewerApp(serviceId: string): boolean;
}

export type StartResult =
  | { readonly kind: 'started'; readonly draftId: string }
  | { readonly kind: 'unknown-service' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };
export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };
export interface AttachOptions {
  /** The paper that goes as the new one comes, both or neither; nothing is stored where it has gone already. */
  readonly replaces?: string;
  /** Only this part of the photo, seen from straight above. */
  readonly corners?: Corners;
}
export type AttachResult =
  | { readonly kind: 'attached'; readonly document: AttachedDocument }
  | { readonly kind: 'refused'; readonly reason: AttachRefusal; readonly limitBytes?: number }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };
export type AttachRefusal = FileRefusal | 'too-many' | 'draft-gone' | 'replaced-gone';
export type SubmitResult =
  /** Committed strictly and read back: "Tersimpan di HP ini" may be said. */
  | { readonly kind: 'stored'; readonly applicationId: string }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  /** A field officer has not said whom it is for. */
  | { readonly kind: 'for-whom' }
  /** The resident has not agreed, or not any more, or what shows it can't be read. */
  | { readonly kind: 'consent-needed'; readonly residentId: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

/** What `submit` would say now. */
export type DraftCheck =
  /** `bytes`: what sending it will take of a data quota, about. */
  | { readonly kind: 'complete'; readonly papers: number; readonly bytes: number }
  | Exclude<SubmitResult, { readonly kind: 'stored' }>;

export interface DraftsMenu {
  /** Those that were begun; a form that was only looked at is no draft to anybody. */
  list(): LiveQuery<readonly Draft[]>;
  /** Also those deleted not long ago, until they are removed for good, however the app was closed meanwhile. */
  listWithHidden(): LiveQuery<readonly ListedDraft[]>;
  draft(draftId: string): LiveQuery<Draft | null>;
  documents(draftId: string): LiveQuery<readonly AttachedDocument[]>;
  start(serviceId: string): Promise<StartResult>;
  /** Autosave; the last call wins, calls are kept in order. */
  save(draftId: string, change: { readonly answers: Answers; readonly place: string }): Promise<SaveResult>;
  /** Hides the draft at once and removes it for good two minutes later, or when the app next starts after that. */
  discard(draftId: string): Promise<SaveResult>;
  undoDiscard(draftId: string): Promise<SaveResult>;
  /**
   * Copies the bytes now, checks them by magic bytes and size, makes a photo small and judges it, fixes the SHA-256 and
   * stores it strictly. What was judged stands in the document's `doubts`, and where the paper lies
   * askew in its `paperAt`: it is straightened by attaching it once more with `corners`, never by itself.
   */
  attach(draftId: string, slot: string, file: File, options?: AttachOptions): Promise<AttachResult>;
  detach(documentId: string): Promise<SaveResult>;
  /** "Pakai saja": the doubts about a paper are put aside, for good. */
  keepAsItIs(documentId: string): Promise<SaveResult>;
  submit(draftId: string): Promise<SubmitResult>;
  /** Nothing is stored or sent. */
  check(draftId: string): Promise<DraftCheck>;
}

export interface PapersMenu {
  /** For a preview on this phone; null when missing or damaged. */
  bytes(documentId: string): Promise<{ readonly bytes: ArrayBuffer; readonly mediaType: MediaType } | null>;
  /** To look at page by page. */
  openPdf(documentId: string): Promise<OpenPdfResult>;
}

/** A PDF that lies open, until it is closed. */
export interface PdfPages {
  readonly count: number;
  /** One page as a picture, `widthPixels` wide; null when that page can't be drawn. Pages count from 1. */
  draw(page: number, widthPixels: number): Promise<Blob | null>;
  close(): void;
}

export type OpenPdfResult =
  | { readonly kind: 'open'; readonly pages: PdfPages }
  /** The code that draws it is not on the phone yet, and can't be fetched now. */
  | { readonly kind: 'signal-needed' }
  | { readonly kind: 'unreadable' };

/** What other apps have shared with this one (Web Share Target), until it is placed or deleted. */
export interface SharedMenu {
  /** Oldest first. */
  list(): LiveQuery<readonly SharedFile[]>;
  /** To look at; null when it can't be read. */
  read(id: string): Promise<File | null>;
  /** The way of a picked file, with the same checks; it leaves this list only when it is attached. */
  attach(id: string, draftId: string, slot: string): Promise<AttachResult>;
  remove(id: string): Promise<SaveResult>;
}

export interface OutboxItem {
  readonly entry: OutboxEntry;
  /** What the office last said of it, once delivered. */
  readonly tracked: TrackedApplication | null;
  /** Acknowledged by the office, of all files together. */
  readonly sentBytes: number;
  readonly totalBytes: number;
  /** What is still to go over the wire, form included; 0 once it is at the office. */
  readonly leftBytes: number;
}

export interface OutboxCounts {
  /** On their way, or waiting for it. */
  readonly waiting: number;
  readonly needsPerson: number;
  readonly delivered: number;
  /** Not at the office: waiting and needsPerson together. */
  readonly unsent: number;
}

export interface WaitingItems {
  readonly items: readonly OutboxItem[];
  /** False: there are more, and a sum of these is less than what waits. */
  readonly isAll: boolean;
}

export type TakeInResult =
  | { readonly kind: 'taken-in'; readonly applicationId: string }
  | { readonly kind: 'already-here'; readonly applicationId: string }
  /** Somebody else's, sealed: this phone delivers it without being able to read it. */
  | { readonly kind: 'carried' }
  /** Not a copy that Ajukan has made, or cut off. */
  | { readonly kind: 'not-a-copy' }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'too-large' }
  /** `slot` null: the form itself. */
  | { readonly kind: 'damaged'; readonly slot: string | null }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'other-owner' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

export type ApplyAgainResult =
  /** Of the answers, `dropped` no longer fit; of so many papers, `missing` could not come along. */
  | {
      readonly kind: 'started';
      readonly draftId: string;
      readonly dropped: number;
      readonly papers: number;
      readonly missing: number;
    }
  | { readonly kind: 'answers-gone' }
  | Exclude<StartResult, { readonly kind: 'started' }>;

/** 'in-line': it waits for the office's answer, and the office may have it. */
export type ReopenResult = StartResult | { readonly kind: 'in-line' };

export interface OutboxMenu {
  /** Newest first, the first `limit`; 'unsent' leaves out what the office has. */
  list(limit: number, which: 'all' | 'unsent'): LiveQuery<readonly OutboxItem[]>;
  /** Of all, however many they are (F23). */
  counts(): LiveQuery<OutboxCounts>;
  /** What waits, oldest first, as many as can be added up at a glance. */
  waiting(): LiveQuery<WaitingItems>;
  item(applicationId: string): LiveQuery<OutboxItem | null>;
  /** Ids of those with news from the office that the person has not looked at; at most 100. */
  unread(): LiveQuery<readonly string[]>;
  documents(applicationId: string): LiveQuery<readonly AttachedDocument[]>;
  status(): Observable<EngineStatus>;
  /** True where the browser can send with the page closed (Background Sync). */
  readonly sendsInBackground: boolean;
  /** Tries everything that waits and is not put aside now, whatever its back-off and the connection. */
  sendNow(): void;
  /** One application over any connection, now; ends a pause. */
  sendOneNow(applicationId: string): Promise<SaveResult>;
  pause(applicationId: string): Promise<SaveResult>;
  resume(applicationId: string): Promise<SaveResult>;
  /** The person's choice: by itself only over Wi-Fi. */
  wifiOnly(): LiveQuery<boolean>;
  setWifiOnly(wifiOnly: boolean): Promise<SaveResult>;
  connection(): Observable<ConnectionKind>;
  /** Names of events and small numbers only: nothing personal. Empty when the phone can't be read. */
  syncLog(): Promise<string>;
  /** Puts an entry that needs a person back in line, unchanged. */
  tryAgain(applicationId: string): Promise<SaveResult>;
  /**
   * Opens the answers and papers of one that was refused, or never sent at all, as a draft again under a new id; the
   * entry goes only when that is stored.
   */
  reopen(applicationId: string): Promise<ReopenResult>;
  /**
   * Whether `applyAgain` has something to begin with: delivered bytes go after seven days. `unknown`: it could not be
   * looked at just now.
   */
  hasAnswers(applicationId: string): Promise<'yes' | 'no' | 'unknown'>;
  /** A new draft with the answers of an application, as far as the form of today takes them, and with its papers. */
  applyAgain(applicationId: string): Promise<ApplyAgainResult>;
  /** Everything of one entry as a file the person can keep: JSON with the files inside. */
  exportEntry(applicationId: string, carry?: string): Promise<Blob | null>;
  /** Such a file of another phone, or of this one: the same application, so that the office never has it twice. */
  takeIn(file: Blob): Promise<TakeInResult>;
  /** Entries of other accounts on this phone that still wait, as a number only. */
  othersWaiting(): LiveQuery<number>;
}

export interface Account {
  readonly accountId: string;
  readonly name: string;
  /** 'pendamping' fills in for residents. Missing: signed in before it was kept, and only a citizen so far. */
  readonly roles?: readonly string[];
}
export interface AccountMenu {
  current(): LiveQuery<Account | null>;
  /** Signing in and out; null when its code can't be fetched now. */
  door(): Promise<AccountDoor | null>;
}

export interface Menu extends LaterMenus {
  readonly catalogue: CatalogueMenu;
  readonly drafts: DraftsMenu;
  readonly papers: PapersMenu;
  /** Its code comes when it is asked for. */
  readonly shared: () => Promise<SharedMenu>;
  /** Its code comes when it is asked for; null when that can't be fetched. Always the same promise while it holds. */
  readonly wallet: () => Promise<WalletMenu | null>;
  readonly outbox: OutboxMenu;
  readonly account: AccountMenu;
  readonly device: DeviceMenu;
}
