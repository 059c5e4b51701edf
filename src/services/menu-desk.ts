/**
 * What the desk's screens may ask for. Only officials load it, it needs the office to answer, and keeps what it read in
 * memory alone: nothing of a citizen is written to the official's device. A short loss of signal leaves what was read
 * readable (`isOld`), and a decision that was made meanwhile is said again by the same id until it is answered, for as
 * long as the page stays open.
 */
import type { CasePickup, DeskCase, RevealedNumbers } from '#domain/desk/desk-case.ts';
import type { DeskDecision } from '#domain/desk/desk-decision.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { Official } from '#domain/desk/official.ts';
import type { QueueCounts, QueueFilter, QueuePage } from '#domain/desk/queue-line.ts';
import type { Observable } from '#lib/live-query.ts';
import type { OpenPdfResult } from './menu.ts';

export type DeskRead<T> =
  | {
      readonly kind: 'read';
      readonly value: T;
      readonly readAtMs: number;
      /** The office could not be asked now: this is what it said at `readAtMs`. */
      readonly isOld: boolean;
    }
  | DeskTrouble;

/** `fresh`: as it is now; null when it could not be read just now. */
export type Decided =
  | { readonly kind: 'decided'; readonly fresh: DeskCase | null }
  /** Somebody or something was quicker: nothing was decided. */
  | { readonly kind: 'changed-since'; readonly fresh: DeskCase | null }
  /** Another official has taken it (`fresh.assignee`): nothing was decided. Taken over first, it can be. */
  | { readonly kind: 'taken'; readonly fresh: DeskCase | null }
  /** The status does not allow it (any more). */
  | { readonly kind: 'not-possible'; readonly fresh: DeskCase | null }
  /** A reason is missing, or can't be kept as text. */
  | { readonly kind: 'invalid' }
  /** No answer yet: it is in `waiting()` and said again until there is one. */
  | { readonly kind: 'waiting'; readonly decisionId: string }
  | DeskTrouble;

/** A decision that the office has not answered yet, or whose late answer was not looked at yet. */
export interface WaitingDecision {
  readonly decisionId: string;
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly decision: DeskDecision;
  readonly madeAtMs: number;
  /** Of what was looked at. */
  readonly etag: string;
  /** Null while it is not answered; then how it ended, until `seen`. */
  readonly ended: Exclude<Decided, { readonly kind: 'waiting' | 'offline' | 'busy' | 'signed-out' }> | null;
}

export type Assigned =
  | { readonly kind: 'assigned'; readonly fresh: DeskCase | null }
  /** Somebody else has it: `fresh.assignee`. Ask the person before taking it over by force. */
  | { readonly kind: 'taken'; readonly fresh: DeskCase | null }
  | { readonly kind: 'changed-since'; readonly fresh: DeskCase | null }
  /** It has ended: there is nothing to take. */
  | { readonly kind: 'not-possible'; readonly fresh: DeskCase | null }
  | DeskTrouble;

export type NewResult =
  /** Repeat it with the same `id` after a loss of signal: the upload goes on where it broke off. */
  | {
      readonly kind: 'file';
      readonly id: string;
      readonly title: string;
      readonly number?: string;
      /** A PDF. */
      readonly file: Blob;
    }
  | {
      readonly kind: 'pickup';
      readonly id: string;
      readonly title: string;
      readonly number?: string;
      readonly pickup: CasePickup;
    };

export type ResultGiven =
  | { readonly kind: 'given'; readonly fresh: DeskCase | null }
  /** The office looked into the file and will not have it; `detail` is what it says. */
  | { readonly kind: 'refused'; readonly detail: string | null }
  | { readonly kind: 'too-large' }
  /** Nothing was taken: somebody was quicker, or another official has the application. */
  | { readonly kind: 'changed-since' | 'taken' }
  /** Another document bears the number. */
  | { readonly kind: 'number-taken' }
  /** The status does not allow a result. */
  | { readonly kind: 'not-possible' }
  | { readonly kind: 'invalid' }
  | DeskTrouble;

export interface PaperBytes {
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
}

export type PaperRead =
  | { readonly kind: 'read'; readonly value: PaperBytes }
  /** Its term is over: the office has deleted it. */
  | { readonly kind: 'expired' }
  | DeskTrouble;

export type Revealed = { readonly kind: 'revealed'; readonly value: RevealedNumbers } | DeskTrouble;

export interface DeskMenu {
  /** Whose desk it is. */
  official(): Promise<DeskRead<Official>>;
  /** @param after `next` of the page before; null for the first */
  page(filter: QueueFilter, after: string | null): Promise<DeskRead<QueuePage>>;
  /** Of everything at this official's posts. */
  counts(): Promise<DeskRead<QueueCounts>>;
  item(applicationId: string): Promise<DeskRead<DeskCase>>;
  /** The whole NIK and KK numbers of a case, for as long as the caller keeps them. The office notes each time. */
  reveal(applicationId: string): Promise<Revealed>;
  /** Never kept: a look is a look, and the office notes each. */
  paper(documentId: string): Promise<PaperRead>;
  /** A paper that is a PDF, to look at page by page. */
  openPdf(bytes: ArrayBuffer): Promise<OpenPdfResult>;
  /** On what was looked at: `seen` is the case that the screen shows. */
  decide(seen: DeskCase, decision: DeskDecision): Promise<Decided>;
  /** @param options.force takes it from who has it; the office notes that. */
  assign(seen: DeskCase, to: 'me' | null, options?: { readonly force?: boolean }): Promise<Assigned>;
  /** For a NewResult; UUID of version 7. */
  newResultId(): string;
  /** To what was looked at. @param onProgress bytes at the office, of a file */
  giveResult(seen: DeskCase, result: NewResult, onProgress?: (sentBytes: number) => void): Promise<ResultGiven>;
  /**
   * Decisions that waited when the page was left to sign in again, by their ids of then: said only where it is the same
   * official.
   */
  resume(accountId: string, waiting: readonly WaitingDecision[]): void;
  /** Oldest first. Closing the page loses what is not answered: say so while there is any. */
  waiting(): Observable<readonly WaitingDecision[]>;
  /** How a decision ended was read by a person; nothing happens to one that still waits. */
  seen(decisionId: string): void;
  /** Says what waits now instead of in a while. */
  sayAgain(): void;
}
