import { useCallback, useEffect, useState } from 'react';
import type { AccountDoor, Profile } from '#services/menu-account.ts';

/** What the office knows of the account; null until it has answered. */
export function useProfile(door: AccountDoor): { readonly profile: Profile | null; readonly reload: () => void } {
  const [profile, setProfile] = useState<Profile | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    void door.profile().then((read) => {
      if (here) setProfile(read);
    });
    return () => {
      here = false;
    };
  }, [door, turn]);
  return { profile, reload: useCallback(() => setTurn((before) => before + 1), []) };
}
