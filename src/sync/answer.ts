import type { Receipt } from '#domain/application/receipt.ts';
import type { Outcome, UploadTicket } from './ports.ts';

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

/** What came back. `damaged`: the phone's own bytes are missing or not the ones recorded, so nothing was sent. */
export type Answer =
  | { readonly to: 'submit'; readonly outcome: Outcome<Receipt> | { readonly kind: 'damaged' } }
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
      readonly outcome: Outcome<{ readonly offsetBytes: number }> | { readonly kind: 'damaged' };
    };
