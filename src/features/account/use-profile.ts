import { useCallback, useEffect, useState } from 'react';
import type { AccountDoor, Profile } from '#services/menu-account.ts';
import type { Account } from '#services/menu.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';

/**
 * What the office knows of the account; null until it has answered. Asked again when signal returns, and when somebody
 * has come in again or the account is called by another number.
 */
export function useProfile(
  door: AccountDoor,
  { accountId, name }: Account,
): { readonly profile: Profile | null; readonly reload: () => void } {
  const [profile, setProfile] = useState<Profile | null>(null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const isOut = useObservable(useMenu().outbox.status()).kind === 'sign-in-needed';
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [reload]);
  useEffect(() => {
    let here = true;
    void door.profile().then((read) => {
      if (here) setProfile(read);
    });
    return () => {
      here = false;
    };
  }, [door, accountId, name, turn, isOut]);
  return { profile, reload };
}
