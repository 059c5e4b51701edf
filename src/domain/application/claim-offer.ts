import type { Office } from '#domain/office/office.ts';

/** What a field officer has put in for somebody who has this number: all that is told before it is claimed. */
export interface ClaimOffer {
  readonly applicationId: string;
  readonly serviceId: string;
  readonly registrationNumber: string;
  readonly receivedAtMs: number;
  /** Null where the office does not say. */
  readonly office: Office | null;
  /** Theirs already. */
  readonly isClaimed: boolean;
}
