import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor } from '#services/menu-account.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { returnPath } from './return-path.ts';

/** Where the office's own sign-in sends the browser back to: `masuk` says that somebody comes from there. */
function wayBack(search: string): string {
  const back = returnPath(new URLSearchParams(search).get('kembali'));
  return `/akun?${new URLSearchParams({ masuk: 'petugas', ...(back === null ? {} : { kembali: back }) }).toString()}`;
}

/** The quiet way in for who works for the office, only where it has one. */
export function OfficialSignIn({ door }: { readonly door: AccountDoor }) {
  const words = useMessages(accountWords);
  const { search } = useLocation();
  const address = useAddress(door);
  if (address === null) return null;
  return (
    // With a target the browser goes there itself: it is no page of the app.
    <ButtonLink
      variant="quiet"
      wide
      target="_self"
      href={`${address}?${new URLSearchParams({ return: wayBack(search) }).toString()}`}
      data-testid="official-sign-in"
    >
      {words.signIn.official}
    </ButtonLink>
  );
}

function useAddress(door: AccountDoor): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void door.officialSignIn().then((known) => {
      if (here) setAddress(known);
    });
    return () => {
      here = false;
    };
  }, [door]);
  return address;
}
