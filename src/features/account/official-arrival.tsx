import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, CameIn } from '#services/menu-account.ts';
import { useAccountDoor } from '#services/use-account-door.ts';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { returnPath } from './return-path.ts';
import { sayRefusal } from './say-refusal.ts';

type Refused = Exclude<CameIn, { kind: 'signed-in' }>;

/**
 * Takes in who comes back from the office's own sign-in, also where this device knows somebody already: their session has
 * ended, or another one of the office sits here now.
 */
export function OfficialArrival() {
  const words = useMessages(accountWords);
  const door = useAccountDoor();
  const refusal = useArrival(door);
  if (refusal === null) return <Notice tone="waiting">{words.signIn.officialBack}</Notice>;
  return (
    <Notice tone="alert" live="alert">
      {refusal.kind === 'sign-in-needed' ? words.signIn.officialRefused : sayRefusal(words, refusal)}
    </Notice>
  );
}

/** Once; null until it is known, and when it went well. */
function useArrival(door: AccountDoor | null | undefined): Refused | null {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  useEffect(() => {
    if (!door) return undefined;
    let here = true;
    void door.comeIn().then(async (result) => {
      if (!here) return;
      if (result.kind !== 'signed-in') {
        setRefusal(result);
        return;
      }
      showToast({ message: currentMessages(accountWords).signIn.done });
      await navigate(returnPath(new URLSearchParams(search).get('kembali')) ?? '/akun', { replace: true });
    });
    return () => {
      here = false;
    };
  }, [door, navigate, search]);
  return refusal;
}
