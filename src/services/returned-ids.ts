import { isOnTheWay } from '#domain/application/is-on-the-way.ts';
import type { OutboxItem } from './menu.ts';

/** Applications that the office has given back, and for which nothing is on its way, or at the office and not told of yet. */
export function returnedIds(
  items: readonly Pick<OutboxItem, 'entry' | 'tracked'>[],
  nowMs: number,
): ReadonlySet<string> {
  const underWay = new Set(
    items.flatMap(({ entry, tracked }) =>
      // Of a change it is its application that was told of.
      entry.about !== undefined && isOnTheWay(entry, tracked?.version ?? 0, nowMs) ? [entry.about.applicationId] : [],
    ),
  );
  const returned = items.filter(({ entry, tracked }) => entry.about === undefined && tracked?.status === 'returned');
  return new Set(returned.map(({ entry }) => entry.applicationId).filter((id) => !underWay.has(id)));
}
