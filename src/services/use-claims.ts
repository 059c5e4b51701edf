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
