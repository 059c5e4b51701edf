import type { Observable } from './live-query.ts';

/** Something to follow that never changes. */
export function constantValue<T>(value: T): Observable<T> {
  return { getSnapshot: () => value, subscribe: () => () => undefined };
}
