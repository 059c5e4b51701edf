import { useEffect, useState } from 'react';
import type { ChangesOf, RepairsMenu } from './menu-repairs.ts';
import { useMenu } from './menu-context.ts';

interface Repairs {
  /** Null while its code is on its way, and where it can't be fetched. */
  readonly menu: RepairsMenu | null;
  readonly changes: ChangesOf;
}

const none: ChangesOf = { draftId: null, entries: [] };

/** What is under way for one application, as it is now. */
export function useRepairs(applicationId: string): Repairs {
  const { repairs } = useMenu();
  const [found, setFound] = useState<Repairs>({ menu: null, changes: none });
  useEffect(() => {
    let here = true;
    let stop: (() => void) | undefined;
    void repairs().then((menu) => {
      if (!here || menu === null) return;
      const live = menu.changes(applicationId);
      const look = () => {
        const now = live.getSnapshot();
        setFound((before) => ({ menu, changes: now.state === 'ready' ? now.value : before.changes }));
      };
      stop = live.subscribe(look);
      look();
    });
    return () => {
      here = false;
      stop?.();
    };
  }, [repairs, applicationId]);
  return found;
}
