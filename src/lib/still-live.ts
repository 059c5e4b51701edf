import type { LiveQuery, Loadable } from './live-query.ts';

/** A live query that never changes: for what is not asked yet, or can't be. */
export function stillLive<T>(value: Loadable<T>): LiveQuery<T> {
  return { subscribe: () => () => undefined, getSnapshot: () => value };
}
