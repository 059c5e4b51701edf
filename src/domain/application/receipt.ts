import type { ToldStatus } from './status.ts';

/** What the office answers to an application, and answers again to every repetition of it. */
export interface Receipt {
  readonly applicationId: string;
  /** Nomor registrasi. */
  readonly registrationNumber: string;
  readonly status: ToldStatus;
  /** Raised by the office with every change; never goes back. */
  readonly version: number;
  readonly receivedAtMs: number;
  /** Ids of announced documents that the office does not hold whole and verified yet. */
  readonly missingDocumentIds: readonly string[];
  /** A compact JWS that holds without asking the office; offices that sign nothing send none. */
  readonly signed?: string;
}

/** Only then may a screen say "Diterima kantor". */
export function isComplete(receipt: Receipt): boolean {
  return receipt.missingDocumentIds.length === 0 && receipt.status !== 'incomplete';
}
