import { useCallback, useEffect, useState } from 'react';
import type { RefreshResult } from './menu.ts';
import { useMenu, useObservable } from './menu-context.ts';

export interface CatalogueRefresh {
  /** How the last try ended; null before the first has. */
  readonly result: RefreshResult | null;
  readonly running: boolean;
  readonly run: () => void;
}

/** Asks the office for its list when home opens, and again when the connection comes back. */
export function useCatalogueRefresh(): CatalogueRefresh {
  const { catalogue, device } = useMenu();
  const online = useObservable(device.online());
  const [state, setState] = useState<{ readonly result: RefreshResult | null; readonly running: boolean }>({
    result: null,
    running: false,
  });

  const run = useCallback(() => {
    setState((before) => ({ ...before, running: true }));
    void catalogue.refresh().then((result) => setState({ result, running: false }));
  }, [catalogue]);

  useEffect(() => {
    if (online) run();
  }, [online, run]);

  return { ...state, run };
}
