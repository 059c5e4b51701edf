/** What the desk needs from the office. api/ supplies it by shape. Every method resolves for every answer and every silence. */
import type { CasePickup, DeskCase, RevealedNumbers } from '#domain/desk/desk-case.ts';
import type { DeskDecision } from '#domain/desk/desk-decision.ts';
import type { DeskAnswer } from '#domain/desk/desk-trouble.ts';
import type { Official } from '#domain/desk/official.ts';
import type { QueueCounts, QueueFilter, QueuePage } from '#domain/desk/queue-line.ts';

export interface DeskOffice {
  official(): Promise<DeskAnswer<Official>>;
  page(filter: QueueFilter, after: string | null): Promise<DeskAnswer<QueuePage>>;
  counts(): Promise<DeskAnswer<QueueCounts>>;
  item(applicationId: string): Promise<DeskAnswer<DeskCase>>;
  /** Noted by the office before it answers. */
  reveal(applicationId: string): Promise<DeskAnswer<RevealedNumbers>>;
  paper(documentId: string): Promise<DeskAnswer<{ readonly bytes: ArrayBuffer; readonly mediaType: string }>>;
  /** The same id with the same content is the same decision. */
  decide(applicationId: string, decisionId: string, decision: DeskDecision, etag: string): Promise<DeskAnswer<null>>;
  assign(applicationId: string, to: 'me' | null, force: boolean, etag: string): Promise<DeskAnswer<null>>;
  /** The same id with the same content is the same result, also under an older tag. */
  putResult(
    applicationId: string,
    resultId: string,
    result: ResultAnnouncement,
    etag: string,
  ): Promise<DeskAnswer<ResultTicket>>;
  /** How many bytes of an upload the office has. */
  offset(uploadUrl: string): Promise<DeskAnswer<number>>;
  /** Appends from there; the answer is how many it has then. */
  append(uploadUrl: string, offsetBytes: number, piece: ArrayBuffer): Promise<DeskAnswer<number>>;
}

export type ResultAnnouncement =
  | {
      readonly kind: 'file';
      readonly title: string;
      readonly number?: string;
      readonly sizeBytes: number;
      readonly sha256: string;
    }
  | { readonly kind: 'pickup'; readonly title: string; readonly number?: string; readonly pickup: CasePickup };

export interface ResultTicket {
  readonly state: 'expected' | 'clean' | 'rejected';
  /** Null when there is nothing to send. */
  readonly uploadUrl: string | null;
  readonly offsetBytes: number;
  /** Of a rejected one: what the office says to the person. */
  readonly detail: string | null;
}
