import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { useAccountDoor } from '#services/use-account-door.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Screen } from '#ui/screen.tsx';
import { useDesk } from './use-desk.ts';
import { useWho } from './use-roles.ts';
import { forgetWork, keepWork } from './work.ts';

/** Nobody is signed in: the office's own door first, and back to this address from there. */
export function DeskSignIn() {
  const { signIn: words } = useMessages(deskWords);
  const place = usePlace();
  const address = useOfficialDoor();
  useEffect(forgetWork, []);
  return (
    <Screen title={words.title} lead={words.text} back="/" testId="desk-sign-in">
      {address !== null && (
        // With a target the browser goes there itself: it is no page of the app.
        <ButtonLink
          wide
          target="_self"
          data-testid="official-sign-in"
          href={`${address}?${new URLSearchParams({ return: wayBack(place) }).toString()}`}
        >
          {words.action}
        </ButtonLink>
      )}
      <ButtonLink wide variant={address === null ? 'primary' : 'quiet'} href={signInAddress(place)}>
        {words.other}
      </ButtonLink>
    </Screen>
  );
}

/** The session has ended in the middle of the work: in by the shortest way, and back to this very place. */
export function SignInAgain() {
  const words = useMessages(deskWords);
  const place = usePlace();
  const door = useOfficialDoor();
  const desk = useDesk();
  const who = useWho();
  return (
    <ButtonLink
      {...(door === null
        ? { href: signInAddress(place) }
        : {
            target: '_self',
            href: `${door}?${new URLSearchParams({ return: wayBack(place) }).toString()}`,
          })}
      data-testid="desk-sign-in-again"
      onClick={() => keepWork(who?.accountId ?? '', desk ?? null)}
    >
      {words.signedOut}
    </ButtonLink>
  );
}

/** With what is chosen of the list. */
function usePlace(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}

/** Where somebody signs in who comes back to `place`. */
function signInAddress(place: string): string {
  return `/akun?${new URLSearchParams({ kembali: place }).toString()}`;
}

function wayBack(place: string): string {
  return `/akun?${new URLSearchParams({ masuk: 'petugas', kembali: place }).toString()}`;
}

/** Null where the office has no provider of its own, and until it has said so. */
function useOfficialDoor(): string | null {
  const door = useAccountDoor();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void door?.officialSignIn().then((known) => {
      if (here) setAddress(known);
    });
    return () => {
      here = false;
    };
  }, [door]);
  return address;
}
