import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveQuery, Loadable, Observable } from '#lib/live-query.ts';
import type { Menu } from './menu.ts';

const MenuContext = createContext<Menu | null>(null);
export const MenuProvider = MenuContext.Provider;

/** The menu that main.tsx put together. */
export function useMenu(): Menu {
  const menu = useContext(MenuContext);
  if (menu === null) throw new Error('useMenu outside of MenuProvider');
  return menu;
}

/** `query` must keep its identity between renders (useMemo over its arguments). */
export function useLive<T>(query: LiveQuery<T>): Loadable<T> {
  return useSyncExternalStore(query.subscribe, query.getSnapshot);
}

export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.getSnapshot);
}
