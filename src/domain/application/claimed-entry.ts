import type { LocalizedText } from '#domain/service/definition.ts';
import type { ClaimOffer } from './claim-offer.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Receipt } from './receipt.ts';

/**
 * An application that this phone never sent, as it stands in the list among those that it did: the office has it, and
 * there are no bytes of it here. It takes no number of the phone's own count.
 */
export function claimedEntry(
  offer: ClaimOffer,
  receipt: Receipt,
  owner: { readonly accountId: string; readonly serviceName: LocalizedText; readonly nowMs: number },
): OutboxEntry {
  return {
    applicationId: offer.applicationId,
    ownerId: owner.accountId,
    // No phone's: each has a count of its own, which it is outside of.
    deviceId: offer.applicationId,
    sequence: 0,
    serviceId: offer.serviceId,
    serviceName: owner.serviceName,
    createdAtMs: offer.receivedAtMs,
    envelope: { mediaType: 'application/json', sizeBytes: 0, sha256: '' },
    documents: [],
    delivery: { state: 'delivered', receipt, deliveredAtMs: receipt.receivedAtMs },
    claimedAtMs: owner.nowMs,
  };
}
