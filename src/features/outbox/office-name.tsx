import { useEffect, useState } from 'react';
import type { Office } from '#domain/office/office.ts';
import { useMessages } from '#i18n/messages.ts';
import { claimWords } from '#i18n/sets/claim.ts';

/** "Kantor desa atau kelurahan · Talagasari, Kec. Balaraja"; without the place until its name has come. */
export function OfficeName({ office }: { readonly office: Office }) {
  const { levels } = useMessages(claimWords);
  const [place, setPlace] = useState<string>();
  useEffect(() => {
    let here = true;
    import('#domain/area/areas.ts').then(
      ({ placeName }) => here && setPlace(placeName(office.area)),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [office.area]);
  return [levels[office.level], ...(place === undefined ? [] : [place])].join(' · ');
}
