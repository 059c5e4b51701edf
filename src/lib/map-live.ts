import type { LiveQuery, Loadable } from './live-query.ts';

/** The same live query with its value seen through `view`; the snapshot keeps its identity while the source's does. */
export function mapLive<A, B>(source: LiveQuery<A>, view: (value: A) => B): LiveQuery<B> {
  let seen: Loadable<A> | undefined;
  let shown: Loadable<B> = { state: 'loading' };
  return {
    subscribe: (onChange) => source.subscribe(onChange),
    getSnapshot() {
      const snapshot = source.getSnapshot();
      if (snapshot !== seen) {
        seen = snapshot;
        shown = snapshot.state === 'ready' ? { state: 'ready', value: view(snapshot.value) } : snapshot;
      }
      return shown;
    },
  };
}
