import { useMemo, useState } from 'react';
import type { LiveQuery, Loadable } from '#lib/live-query.ts';
import type { Menu, OutboxCounts, OutboxItem } from './menu.ts';
import { stillLoading } from './still-loading.ts';
import { useLive, useMenu, useMenuIfHere } from './menu-context.ts';

const pageSize = 20;

/** Questions that several screens have: they follow the same answer, and who comes back sees the last one at once. */
interface Shared {
  readonly counts: LiveQuery<OutboxCounts>;
  readonly firstPage: LiveQuery<readonly OutboxItem[]>;
  readonly unread: LiveQuery<readonly string[]>;
}
const shared = new WeakMap<Menu, Shared>();

function sharedOf(menu: Menu): Shared {
  const known = shared.get(menu);
  if (known !== undefined) return known;
  const fresh = {
    counts: menu.outbox.counts(),
    firstPage: menu.outbox.list(pageSize, 'all'),
    unread: menu.outbox.unread(),
  };
  shared.set(menu, fresh);
  return fresh;
}

/** Null until the store has answered: nothing is counted as zero before that. */
export function useOutboxCounts(): OutboxCounts | null {
  const menu = useMenuIfHere();
  const counts = useLive(menu === null ? stillLoading : sharedOf(menu).counts);
  return counts.state === 'ready' ? counts.value : null;
}

const none: readonly string[] = [];

/** Ids of the applications with news that nobody has looked at. */
export function useUnread(): readonly string[] {
  const menu = useMenuIfHere();
  const unread = useLive(menu === null ? stillLoading : sharedOf(menu).unread);
  return unread.state === 'ready' ? unread.value : none;
}

export interface OutboxPages {
  readonly list: Loadable<readonly OutboxItem[]>;
  readonly showMore: () => void;
}

/** The newest first, a page of them, and one more each time that the person asks (F23). */
export function useOutboxPages(which: 'all' | 'unsent'): OutboxPages {
  const menu = useMenu();
  const [limit, setLimit] = useState(pageSize);
  const list = useLive(
    useMemo(
      () => (which === 'all' && limit === pageSize ? sharedOf(menu).firstPage : menu.outbox.list(limit, which)),
      [menu, limit, which],
    ),
  );
  const [shown, setShown] = useState(list);
  // The shorter list stays while the longer one is read.
  if (list.state !== 'loading' && list !== shown) setShown(list);
  return { list: list.state === 'loading' ? shown : list, showMore: () => setLimit(limit + pageSize) };
}
