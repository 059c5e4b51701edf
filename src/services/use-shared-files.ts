import { useEffect, useMemo, useState } from 'react';
import type { SharedFile } from '#domain/document/shared-file.ts';
import type { LiveQuery, Loadable } from '#lib/live-query.ts';
import type { SharedMenu } from './menu.ts';
import { useLive, useMenu } from './menu-context.ts';

const loading: Loadable<readonly SharedFile[]> = { state: 'loading' };
const failed: Loadable<readonly SharedFile[]> = { state: 'failed', reason: 'unknown' };
const notYet: LiveQuery<readonly SharedFile[]> = { subscribe: () => () => undefined, getSnapshot: () => loading };

/** What other apps have shared; `shared` is null until its part of the menu has come. */
export function useSharedFiles(): {
  readonly shared: SharedMenu | null;
  readonly files: Loadable<readonly SharedFile[]>;
} {
  const menu = useMenu();
  const [shared, setShared] = useState<SharedMenu | 'failed' | null>(null);
  useEffect(() => {
    let here = true;
    void menu.shared().then(
      (come) => here && setShared(come),
      () => here && setShared('failed'),
    );
    return () => {
      here = false;
    };
  }, [menu]);
  const menuPart = shared === 'failed' ? null : shared;
  const files = useLive(useMemo(() => menuPart?.list() ?? notYet, [menuPart]));
  return { shared: menuPart, files: shared === 'failed' ? failed : files };
}
