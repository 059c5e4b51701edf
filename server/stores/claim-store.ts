import type { Office } from '#domain/office/office.ts';
import type { StoredApplication } from './application-store.ts';

/** Who may claim an application: HMACs of a number and of the last digits of a NIK. */
export interface ClaimMacs {
  readonly numberMac: string;
  readonly digitsMac: string;
}

export interface Claimer {
  readonly accountId: string;
  /** The session that it comes by; absent where it is no session that lets in. */
  readonly sessionId?: string;
}

/** All that is told before somebody has claimed it. */
export interface ClaimOffer {
  readonly applicationId: string;
  readonly serviceId: string;
  readonly registrationNumber: string;
  readonly office: Office | null;
  readonly receivedAtMs: number;
  /** By the one who asks. */
  readonly isClaimed: boolean;
}

export type Claimed =
  /** Now, or by the same account before. */
  | { readonly kind: 'claimed'; readonly application: StoredApplication }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** Too many wrong ones: nobody claims it any more. */
  | { readonly kind: 'closed' }
  /** There is none, or it is for another number, or somebody else has claimed it. */
  | { readonly kind: 'missing' };

/** Applications put in for somebody else, until that person takes them over. Rejects with StoreUnavailableError. */
export interface ClaimStore {
  /**
   * Complete ones that wait for this number, and what the account has claimed: the latest of them. Those that it put in
   * itself and closed ones are left out.
   */
  offers(numberMac: string, accountId: string, nowMs: number): Promise<readonly ClaimOffer[]>;
  /**
   * One guess at a time: a wrong one is counted before the answer. A right one is noted in the audit log, and told in
   * the feed of whoever has it now.
   */
  claim(applicationId: string, claimer: Claimer, macs: ClaimMacs, nowMs: number): Promise<Claimed>;
}
