import type { LiveQuery } from '#lib/live-query.ts';
import type { Menu, OutboxItem } from './menu.ts';
import { useLive, useMenu } from './menu-context.ts';

const lists = new WeakMap<Menu, LiveQuery<readonly OutboxItem[]>>();

/** One question for all screens: the bar at the bottom, home and the list follow the same answer. */
function outboxListOf(menu: Menu): LiveQuery<readonly OutboxItem[]> {
  const known = lists.get(menu);
  if (known !== undefined) return known;
  const fresh = menu.outbox.list();
  lists.set(menu, fresh);
  return fresh;
}

export function useOutboxList() {
  return useLive(outboxListOf(useMenu()));
}

export interface OutboxCounts {
  /** On their way, or waiting for it. */
  readonly waiting: number;
  readonly needsPerson: number;
  readonly delivered: number;
  /** Not at the office: waiting and needsPerson together. */
  readonly unsent: number;
}

export function countOutbox(items: readonly OutboxItem[]): OutboxCounts {
  let waiting = 0;
  let needsPerson = 0;
  for (const { entry } of items) {
    if (entry.delivery.state === 'waiting') waiting += 1;
    if (entry.delivery.state === 'needs-person') needsPerson += 1;
  }
  return { waiting, needsPerson, delivered: items.length - waiting - needsPerson, unsent: waiting + needsPerson };
}

/** Null until the store has answered: nothing is counted as zero before that. */
export function useOutboxCounts(): OutboxCounts | null {
  const list = useOutboxList();
  return list.state === 'ready' ? countOutbox(list.value) : null;
}
