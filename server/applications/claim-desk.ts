import type { AuthKeys } from '../auth/auth-keys.ts';
import type { Claimed, Claimer, ClaimMacs, ClaimOffer, ClaimStore } from '../stores/claim-store.ts';

/** Whom a field officer has put something in for: E.164, and the last four digits of the NIK. */
export interface Claimant {
  readonly phone: string;
  readonly nikEnding: string;
}

/** Claims as the routes know them: numbers and digits go in, and only their HMACs are stored. */
export interface ClaimDesk {
  macsOf(applicationId: string, claimant: Claimant): ClaimMacs;
  offers(phone: string, accountId: string, nowMs: number): Promise<readonly ClaimOffer[]>;
  claim(applicationId: string, claimer: Claimer, claimant: Claimant, nowMs: number): Promise<Claimed>;
}

export function claimDesk(keys: AuthKeys, store: ClaimStore): ClaimDesk {
  const numberMac = (phone: string) => keys.mac('claim', 'number', phone);
  // Of this application only: equal digits don't show as equal.
  const macsOf = (applicationId: string, { phone, nikEnding }: Claimant): ClaimMacs => ({
    numberMac: numberMac(phone),
    digitsMac: keys.mac('claim', 'digits', applicationId, nikEnding),
  });
  return {
    macsOf,
    offers: (phone, accountId, nowMs) => store.offers(numberMac(phone), accountId, nowMs),
    claim: (applicationId, claimer, claimant, nowMs) =>
      store.claim(applicationId, claimer, macsOf(applicationId, claimant), nowMs),
  };
}
