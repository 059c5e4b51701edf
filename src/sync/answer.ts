import type { Receipt } from '#domain/application/receipt.ts';
import type { Outcome, PayloadRead, UploadTicket } from './ports.ts';

/** What the runner is asked to exchange with the office for one application. */
export type Request =
  | { readonly type: 'submit'; readonly applicationId: string }
  | { readonly type: 'announce'; readonly applicationId: string; readonly documentId: string }
  | {
      readonly type: 'ask-offset';
      readonly applicationId: string;
      readonly documentId: string;
      readonly uploadUrl: string;
    }
  | {
      readonly type: 'send-piece';
      readonly applicationId: string;
      readonly documentId: string;
      readonly uploadUrl: string;
      readonly offsetBytes: number;
      readonly lengthBytes: number;
    };

/** The phone's own bytes are not the ones recorded, or could not be read just now: nothing was sent. */
type Unsent = Exclude<PayloadRead, { readonly kind: 'ok' }>;

/**
 * Of a change: the office does not know the application any more. It goes once more and the change after it, or nobody
 * has its bytes any more.
 */
export type NotFound = { readonly kind: 'offered-again' } | { readonly kind: 'forgotten' };

/** What came back. */
export type Answer =
  | { readonly to: 'submit'; readonly outcome: Outcome<Receipt> | Unsent | NotFound }
  | { readonly to: 'announce'; readonly documentId: string; readonly outcome: Outcome<UploadTicket> }
  | {
      readonly to: 'ask-offset';
      readonly documentId: string;
      readonly outcome: Outcome<{ readonly offsetBytes: number }>;
    }
  | {
      readonly to: 'send-piece';
      readonly documentId: string;
      readonly tookMs: number;
      readonly outcome: Outcome<{ readonly offsetBytes: number }> | Unsent;
    };
