import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, CameIn } from '#services/menu-account.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { returnPath } from './return-path.ts';
import { sayRefusal } from './say-refusal.ts';

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
  const arrival = useArrival(door, new URLSearchParams(search).get('masuk') === 'petugas');
  return (
    <>
      {arrival === 'asking' && <Notice tone="waiting">{words.signIn.officialBack}</Notice>}
      {arrival !== null && arrival !== 'asking' && (
        <Notice tone="alert" live="alert">
          {arrival.kind === 'sign-in-needed' ? words.signIn.officialRefused : sayRefusal(words, arrival)}
        </Notice>
      )}
      {address !== null && (
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
      )}
    </>
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

/** Who comes back is taken in once; null when nobody does, or when that went well. */
function useArrival(door: AccountDoor, isBack: boolean): 'asking' | Exclude<CameIn, { kind: 'signed-in' }> | null {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [refusal, setRefusal] = useState<Exclude<CameIn, { kind: 'signed-in' }> | null>(null);
  useEffect(() => {
    if (!isBack) return undefined;
    let here = true;
    void door.comeIn().then(async (result) => {
      if (result.kind !== 'signed-in') {
        if (here) setRefusal(result);
        return;
      }
      // Also when this is gone by now: whoever is in sees no way in.
      showToast({ message: currentMessages(accountWords).signIn.done });
      await navigate(returnPath(new URLSearchParams(search).get('kembali')) ?? '/akun', { replace: true });
    });
    return () => {
      here = false;
    };
  }, [door, isBack, navigate, search]);
  return isBack ? (refusal ?? 'asking') : null;
}
