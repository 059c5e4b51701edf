import { createContext, use, useContext, useSyncExternalStore } from 'react';
import type { LiveQuery, Loadable, Observable } from '#lib/live-query.ts';
import type { Menu } from './menu.ts';
import type { MenuSoon } from './menu-soon.ts';

const MenuContext = createContext<MenuSoon | null>(null);
export const MenuProvider = MenuContext.Provider;

/** For the few parts that are drawn before the menu is here, and then say nothing that only the store can know. */
export function useMenuSoon(): MenuSoon {
  const soon = useContext(MenuContext);
  if (soon === null) throw new Error('no menu outside of MenuProvider');
  return soon;
}

/** Null while it is on its way. */
export function useMenuIfHere(): Menu | null {
  return useObservable(useMenuSoon().arrived);
}

/** The menu that main.tsx put together. Suspends while it is on its way. */
export function useMenu(): Menu {
  const soon = useMenuSoon();
  return useObservable(soon.arrived) ?? use(soon.get());
}

/** `query` must keep its identity between renders (useMemo over its arguments). */
export function useLive<T>(query: LiveQuery<T>): Loadable<T> {
  return useSyncExternalStore(query.subscribe, query.getSnapshot);
}

export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.getSnapshot);
}
