import { useEffect, useState } from 'react';
import { useMenu } from '../menu-context.ts';
import type { LockMenu, LockStatus } from './menu-lock.ts';

export interface LockSeen {
  readonly lock: LockMenu;
  readonly status: LockStatus;
  readonly offersPasskey: boolean;
  readonly offersOfficePin: boolean;
  /** Asks again how it stands. */
  readonly refresh: () => Promise<void>;
}

/** Undefined while its code and the phone's answer are on their way, null when the code can't be fetched. */
type Read = Omit<LockSeen, 'refresh' | 'offersOfficePin'>;

export function useLock(): LockSeen | null | undefined {
  const menu = useMenu();
  const [seen, setSeen] = useState<Read | null | undefined>(undefined);
  const [offersOfficePin, setOffersOfficePin] = useState(true);
  useEffect(() => {
    let here = true;
    const read = async () => {
      const lock = await menu.lock();
      const found = lock === null ? null : await readLock(lock);
      if (here) setSeen(found);
      // The screen does not wait for the office.
      const isOffered = found === null || (await found.lock.offersOfficePin());
      if (here) setOffersOfficePin(isOffered);
    };
    void read();
    return () => {
      here = false;
    };
  }, [menu]);
  if (seen === null || seen === undefined) return seen;
  return { ...seen, offersOfficePin, refresh: async () => setSeen(await readLock(seen.lock)) };
}

async function readLock(lock: LockMenu): Promise<Read> {
  const [status, offersPasskey] = await Promise.all([lock.status(), lock.offersPasskey()]);
  return { lock, status, offersPasskey };
}
