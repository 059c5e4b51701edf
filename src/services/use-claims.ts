import { useEffect, useState } from 'react';
import type { ClaimOffer } from '#domain/application/claim-offer.ts';
import type { ClaimsMenu } from './claims-menu.ts';
import { useMenu } from './menu-context.ts';

interface Claims {
  readonly menu: ClaimsMenu;
  readonly offers: readonly ClaimOffer[];
  /** Claimed, or not theirs: it is not asked about again on this screen. */
  drop(applicationId: string): void;
}

/** When its resident took this application over; null while that is not known. */
export function useClaimedAt(applicationId: string): number | null {
  const { claims } = useMenu();
  const [atMs, setAtMs] = useState<number | null>(null);
  useEffect(() => {
    let here = true;
    setAtMs(null);
    void claims().then(async (menu) => {
      const found = (await menu?.claimedAtMs(applicationId)) ?? null;
      if (here) setAtMs(found);
    });
    return () => {
      here = false;
    };
  }, [claims, applicationId]);
  return atMs;
}

/** What waits to be claimed by who is signed in; null while it is not known, and where it can't be asked. */
export function useClaims(accountId: string | null): Claims | null {
  const { claims } = useMenu();
  const [found, setFound] = useState<Omit<Claims, 'drop'> | null>(null);
  useEffect(() => {
    let here = true;
    setFound(null);
    if (accountId === null) return;
    void claims().then(async (menu) => {
      const offers = (await menu?.offers()) ?? [];
      if (here && menu !== null) setFound({ menu, offers });
    });
    return () => {
      here = false;
    };
  }, [claims, accountId]);
  if (found === null) return null;
  const drop = (applicationId: string) =>
    setFound({ ...found, offers: found.offers.filter((offer) => offer.applicationId !== applicationId) });
  return { ...found, drop };
}
