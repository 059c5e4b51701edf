import type { LiveQuery, Loadable } from './live-query.ts';

/** As mapLive, with a view that takes its time. What was shown stays until the newest answer is there. */
export function mapLiveLater<A, B>(source: LiveQuery<A>, view: (value: A) => Promise<B>): LiveQuery<B> {
  let shown: Loadable<B> = { state: 'loading' };
  let seen: Loadable<A> | undefined;
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;

  function show(next: Loadable<B>): void {
    shown = next;
    for (const listener of [...listeners]) listener();
  }

  function follow(): void {
    const snapshot = source.getSnapshot();
    if (snapshot === seen) return;
    seen = snapshot;
    if (snapshot.state === 'failed') show(snapshot);
    if (snapshot.state === 'ready') void seeThrough(snapshot, snapshot.value);
  }

  async function seeThrough(snapshot: Loadable<A>, value: A): Promise<void> {
    const next = await view(value).then(
      (viewed): Loadable<B> => ({ state: 'ready', value: viewed }),
      (): Loadable<B> => ({ state: 'failed', reason: 'unknown' }),
    );
    // An older answer that took longer is none any more.
    if (seen === snapshot) show(next);
  }

  return {
    getSnapshot: () => shown,
    subscribe(onChange) {
      listeners.add(onChange);
      stop ??= source.subscribe(follow);
      follow();
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
