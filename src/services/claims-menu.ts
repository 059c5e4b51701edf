import type { ClaimOffer } from '#domain/application/claim-offer.ts';
import { claimedEntry } from '#domain/application/claimed-entry.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import type { LocalizedText } from '#domain/service/definition.ts';
import type { StoreTrouble } from '#lib/live-query.ts';

export type ClaimResult =
  /** Stored on this phone: it is in the list, and follows the office's news. */
  | { readonly kind: 'claimed' }
  /** Theirs at the office; on this phone it lies with the account that sent it. */
  | { readonly kind: 'on-other-account' }
  | { readonly kind: 'wrong-digits' }
  /** Too many wrong ones: only the office can help now. */
  | { readonly kind: 'closed' }
  /** Claimed by somebody else, or offered no more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

/** What a field officer has put in for the person with this number. */
export interface ClaimsMenu {
  /**
   * Empty also where nobody is signed in, and where the office can't be asked. What was claimed before, on another phone or
   * with an answer that was lost, is put into this phone's list on the way.
   */
  offers(): Promise<readonly ClaimOffer[]>;
  /** @param nikEnding four digits */
  claim(offer: ClaimOffer, nikEnding: string): Promise<ClaimResult>;
  /** When the resident took over what this officer put in for them; null for not yet, and where that can't be asked. */
  claimedAtMs(applicationId: string): Promise<number | null>;
}

export interface ClaimsPorts {
  readonly fetchOffers: () => Promise<readonly ClaimOffer[]>;
  readonly putClaim: (
    applicationId: string,
    nikEnding: string,
  ) => Promise<
    | { readonly kind: 'claimed'; readonly receipt: Receipt }
    | { readonly kind: 'wrong-digits' }
    | { readonly kind: 'closed' }
    | { readonly kind: 'gone' }
    | { readonly kind: 'sign-in-needed' }
    | { readonly kind: 'no-connection' }
  >;
  readonly fetchClaimedAt: (applicationId: string) => Promise<number | null>;
  readonly accountId: () => Promise<string | null>;
  /** Whether this phone has it, whoever sees it here. */
  readonly isHere: (applicationId: string) => Promise<boolean>;
  readonly serviceName: (serviceId: string) => Promise<LocalizedText>;
  /** 'on-other-account': the phone has it under another account. */
  readonly keep: (
    entry: OutboxEntry,
  ) => Promise<
    | { readonly kind: 'stored' }
    | { readonly kind: 'on-other-account' }
    | { readonly kind: 'gone' }
    | { readonly kind: 'failed'; readonly reason: StoreTrouble }
  >;
  readonly nowMs: () => number;
}

/** For what is the account's already: the office asks nothing more. */
const anyDigits = '0000';

export function createClaimsMenu(ports: ClaimsPorts): ClaimsMenu {
  async function claim(offer: ClaimOffer, nikEnding: string): Promise<ClaimResult> {
    const accountId = await ports.accountId();
    if (accountId === null) return { kind: 'sign-in-needed' };
    const answer = await ports.putClaim(offer.applicationId, nikEnding);
    if (answer.kind !== 'claimed') return answer;
    const serviceName = await ports.serviceName(offer.serviceId);
    const entry = claimedEntry(offer, answer.receipt, { accountId, serviceName, nowMs: ports.nowMs() });
    const kept = await ports.keep(entry);
    if (kept.kind === 'stored') return { kind: 'claimed' };
    // Signed out in the meantime: the office knows whose it is.
    return kept.kind === 'gone' ? { kind: 'sign-in-needed' } : kept;
  }

  return {
    async offers() {
      if ((await ports.accountId()) === null) return [];
      const offers = await ports.fetchOffers();
      for (const offer of offers)
        if (offer.isClaimed && !(await ports.isHere(offer.applicationId))) await claim(offer, anyDigits);
      return offers.filter(({ isClaimed }) => !isClaimed);
    },
    claim,
    claimedAtMs: async (applicationId) =>
      (await ports.accountId()) === null ? null : ports.fetchClaimedAt(applicationId),
  };
}
