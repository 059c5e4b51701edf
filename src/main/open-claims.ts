import { fetchClaimedAt, fetchClaimOffers, putClaim } from '#api/claims.ts';
import type { HttpClient } from '#api/http-client.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import { type ClaimsMenu, createClaimsMenu } from '#services/claims-menu.ts';
import type { PageStores } from '#storage/page-stores.ts';
import { isHere, keepClaimed } from '#storage/keep-claimed.ts';
import type { Vault } from '#storage/vault.ts';

/** What a field officer put in for somebody, put together when a list of applications is looked at. */
export function openClaims(
  vault: Vault,
  http: HttpClient,
  { account, catalogue }: Pick<PageStores, 'account' | 'catalogue'>,
): ClaimsMenu {
  const { nowMs } = browserClock;
  return createClaimsMenu({
    fetchOffers: () => fetchClaimOffers(http, nowMs),
    putClaim: (applicationId, nikEnding) => putClaim(http, nowMs, applicationId, nikEnding),
    fetchClaimedAt: (applicationId) => fetchClaimedAt(http, nowMs, applicationId),
    accountId: async () => (await account.readAccount())?.accountId ?? null,
    isHere: (applicationId) => isHere(vault.inside.connection, applicationId),
    serviceName: async (serviceId) => (await catalogue.readService(serviceId))?.name ?? { id: serviceId },
    keep: (entry) => keepClaimed(vault.inside.connection, entry),
    nowMs,
  });
}
