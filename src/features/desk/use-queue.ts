import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { QueueCounts, QueueFilter } from '#domain/desk/queue-line.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { firstPage, type QueueList, refreshed, withCase, withPage, withSeen } from './queue-list.ts';
import { queueSearch } from './queue-address.ts';

/** How often it is asked whether something has changed, while somebody looks. */
const pollMs = 30_000;
/** Lines that are asked for again to keep somebody's place: more would be hundreds of questions for one press. */
const mostAgain = 200;

export interface Queue {
  /** Null until the first page is here. */
  readonly list: QueueList | null;
  readonly counts: QueueCounts | null;
  /** Why there is nothing, or no more. */
  readonly trouble: DeskTrouble['kind'] | null;
  /** Not asked just now: what the office said then. */
  readonly oldSinceMs: number | null;
  readonly isBusy: boolean;
  /** The office has something that this list does not show yet. */
  readonly hasNews: boolean;
  more(): void;
  refresh(): void;
  seen(id: string): void;
}

type State = Pick<Queue, 'list' | 'counts' | 'trouble' | 'oldSinceMs' | 'isBusy' | 'hasNews'>;

const nothing: State = {
  list: null,
  counts: null,
  trouble: null,
  oldSinceMs: null,
  isBusy: false,
  hasNews: false,
};

/** The list that was left last, so that going back finds it as it was. In memory only: it is about people. */
let left: { readonly key: string; readonly state: State } | null = null;

/** What an official has just read or decided is so in the list too that they go back to. */
export function noteInQueue(seen: DeskCase): void {
  if (left === null || left.state.list === null) return;
  left = { ...left, state: { ...left.state, list: withCase(left.state.list, seen) } };
}

export function useQueue(desk: DeskMenu, accountId: string, filter: QueueFilter): Queue {
  const key = JSON.stringify([accountId, filter.search, queueSearch(filter)]);
  const [state, setState] = useState<State>(() => (left?.key === key ? left.state : nothing));
  const latest = useRef({ key, filter, state });
  const turn = useRef(0);
  // New with every drawing; its key says whether it asks for something else.
  const asked = useRef(filter);
  useEffect(() => {
    asked.current = filter;
  });

  const put = useCallback((change: Partial<State>) => {
    latest.current.state = { ...latest.current.state, ...change };
    left = { key: latest.current.key, state: latest.current.state };
    setState(latest.current.state);
  }, []);

  /** As many pages as were here before, so that nobody loses their place; of a long list only its beginning. */
  const read = useCallback(
    async (keepPlace: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      const before = latest.current.state.list;
      put({ isBusy: true });
      void desk.counts().then((counts) => {
        if (mine === turn.current && counts.kind === 'read') put({ counts: counts.value });
      });
      let now: QueueList | null = null;
      const wanted = keepPlace ? Math.min(before?.lines.length ?? 0, mostAgain) : 0;
      for (;;) {
        const page = await desk.page(latest.current.filter, now?.next ?? null);
        if (mine !== turn.current) return;
        if (page.kind !== 'read') {
          put({ trouble: page.kind, isBusy: false });
          return;
        }
        now = now === null ? firstPage(page.value) : withPage(now, page.value);
        const isAll = now.next === null || now.lines.length >= wanted;
        if (!isAll) continue;
        const list: QueueList = before !== null && keepPlace ? refreshed(before, now) : now;
        const oldSinceMs = page.isOld ? page.readAtMs : null;
        put({ list, trouble: null, isBusy: false, hasNews: false, oldSinceMs });
        return;
      }
    },
    [desk, put],
  );

  const more = useCallback(async () => {
    const { list, isBusy } = latest.current.state;
    if (list === null || list.next === null || isBusy) return;
    const mine = turn.current;
    put({ isBusy: true });
    const page = await desk.page(latest.current.filter, list.next);
    if (mine !== turn.current) return;
    if (page.kind !== 'read') return put({ trouble: page.kind, isBusy: false });
    put({ list: withPage(latest.current.state.list ?? list, page.value), trouble: null, isBusy: false });
  }, [desk, put]);

  /** Near the top the list is read again by itself; further down it would move under the eyes, and says so instead. */
  const look = useCallback(async (): Promise<void> => {
    const before = latest.current.state.counts;
    if (document.visibilityState !== 'visible' || before === null) return;
    const counts = await desk.counts();
    if (counts.kind !== 'read' || JSON.stringify(counts.value) === JSON.stringify(before)) return;
    if (window.scrollY < 200) void read(true);
    else put({ counts: counts.value, hasNews: true });
  }, [desk, put, read]);

  useEffect(() => {
    const isSame = latest.current.key === key && latest.current.state.list !== null;
    if (latest.current.key !== key) {
      const { counts } = latest.current.state;
      latest.current = { key, filter: asked.current, state: { ...nothing, counts } };
      setState(latest.current.state);
    }
    if (isSame && (latest.current.state.list?.lines.length ?? 0) > mostAgain) {
      put({ isBusy: false });
      void look();
    } else void read(isSame);
  }, [key, read, look, put]);

  useNews(look);

  return {
    ...state,
    more: () => void more(),
    refresh: () => {
      // Of a long list the beginning is what is read again.
      if ((latest.current.state.list?.lines.length ?? 0) > mostAgain) window.scrollTo(0, 0);
      void read(true);
    },
    seen: (id) => {
      const { list } = latest.current.state;
      if (list !== null) put({ list: withSeen(list, id) });
    },
  };
}

/** Asks every half minute while somebody looks, and when they come back to it. */
function useNews(look: () => Promise<void>): void {
  useEffect(() => {
    const timer = setInterval(() => void look(), pollMs);
    const onSight = (): void => void look();
    document.addEventListener('visibilitychange', onSight);
    window.addEventListener('online', onSight);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onSight);
      window.removeEventListener('online', onSight);
    };
  }, [look]);
}
