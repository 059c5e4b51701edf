import { liveQuery } from 'dexie';
import type { Loadable, LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { isConnectionLost, StoreFailure, troubleOf } from './trouble.ts';

/**
 * Follows an answer of the store for as long as somebody listens; the last answer stays for the next listener.
 * Changes of every tab and of the service worker arrive (Dexie broadcasts them).
 */
export function liveFrom<T>(connection: Connection, ask: (db: AjukanDatabase) => Promise<T>): LiveQuery<T> {
  let snapshot: Loadable<T> = { state: 'loading' };
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;

  function show(next: Loadable<T>): void {
    snapshot = next;
    for (const listener of [...listeners]) listener();
  }

  function start(): () => void {
    let over = false;
    let retried = false;
    let unsubscribe = (): void => undefined;
    const fail = (error: unknown): void => {
      if (!over) show({ state: 'failed', reason: troubleOf(error) });
    };

    const follow = async (): Promise<void> => {
      const opened = await connection.open();
      if (over) return;
      if (opened === 'unreadable') return fail(new StoreFailure('newer-data'));
      if (opened !== 'open' && opened !== 'newer-data') return fail(new StoreFailure('closed'));
      // Dexie follows reads after an `await` only when the function that it is given is itself async.
      const subscription = liveQuery(async () => await askPlainly(connection.db, ask)).subscribe({
        next(value) {
          if (over) return;
          retried = false;
          show({ state: 'ready', value });
        },
        error(error: unknown) {
          subscription.unsubscribe();
          const lost = error instanceof StoreFailure && isConnectionLost(error.cause);
          if (over || retried || !lost) return fail(error);
          retried = true;
          connection.db.close();
          void follow();
        },
      });
      unsubscribe = () => {
        subscription.unsubscribe();
      };
    };

    // A store closed by a newer release in another tab never answers again; Dexie would leave us waiting.
    const unwatch = connection.state.subscribe(() => {
      const state = connection.state.getSnapshot();
      if (state === 'closed') fail(new StoreFailure('closed'));
    });
    void follow();
    return () => {
      over = true;
      unwatch();
      unsubscribe();
    };
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(onChange) {
      listeners.add(onChange);
      stop ??= start();
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

/** Dexie keeps quiet about closed databases and aborts; under another name they are told. */
async function askPlainly<T>(db: AjukanDatabase, ask: (db: AjukanDatabase) => Promise<T>): Promise<T> {
  try {
    return await ask(db);
  } catch (error) {
    throw new StoreFailure(troubleOf(error), error);
  }
}
