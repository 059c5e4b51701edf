import type { Observable, StoreTrouble } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import { singleFlight } from '#lib/single-flight.ts';
import type { Logger } from '#sync/ports.ts';
import type { AjukanDatabase, Durability, SchemaStamp, TableName } from './database.ts';
import { makeRoomForUpdate } from './make-room.ts';
import { isSchemaStamp } from './row-guards.ts';
import { currentSchemaVersion } from './schema-version.ts';
import { errorNames, isConnectionLost, StoreFailure, troubleOf } from './trouble.ts';

export type ConnectionState =
  | 'opening'
  | 'open'
  /** Rows of a newer release: read, never write (F18). */
  | 'newer-data'
  /** Rows of a release so new that this one can't even read them. */
  | 'unreadable'
  /** Another tab with the older release holds the store open; this resolves by itself when it closes (F16). */
  | 'blocked'
  /** Another tab brought a newer release: this page must be loaded again. For good. */
  | 'closed'
  /** The browser would not open it. */
  | 'unavailable';

export type Written<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly reason: StoreTrouble };

/** One connection, with everything that browsers do to connections taken care of. */
export interface Connection {
  readonly db: AjukanDatabase;
  readonly state: Observable<ConnectionState>;
  /** Resolves with the state once opening has ended one way or the other; never rejects. */
  open(): Promise<ConnectionState>;
  /** Looks again whose rows they are: a worker or page may live on while another brings a newer release. */
  judge(db: AjukanDatabase): Promise<ConnectionState>;
  /** Rejects with StoreFailure only. Asked again once on a new connection when the first one was lost (F14). */
  read<T>(ask: (db: AjukanDatabase) => PromiseLike<T>): Promise<T>;
  /**
   * One transaction over `tables`; resolves after its `complete` event. Repeated once when the connection was lost,
   * although the first may have been committed: `work` must give the same result when done twice.
   */
  write<T>(
    durability: Durability,
    tables: readonly TableName[],
    work: (db: AjukanDatabase) => PromiseLike<T>,
  ): Promise<Written<T>>;
  close(): void;
}

export function createConnection(db: AjukanDatabase, log: Logger): Connection {
  const state = observableValue<ConnectionState>('opening');

  // Older code must not stand in the way of a newer release, and must not open the newer store by itself again.
  db.on('versionchange', () => {
    state.set('closed');
    db.close();
    return false;
  });
  db.on('blocked', () => {
    state.set('blocked');
    return false;
  });

  async function judge(opened: AjukanDatabase): Promise<ConnectionState> {
    const now = schemaGuard(await opened.meta.get('schema'), opened.verno);
    state.set(now);
    return now;
  }

  async function openWithRoom(): Promise<void> {
    try {
      await db.open();
    } catch (error) {
      if (!(await makeRoomForUpdate(db))) throw error;
      await db.open();
    }
  }

  const open = singleFlight(async (): Promise<ConnectionState> => {
    if (state.getSnapshot() === 'closed') return 'closed';
    try {
      // Dexie tries again three times by itself on UnknownError (F13); nothing here ever deletes a database.
      await openWithRoom();
      await judge(db);
    } catch (error) {
      log.warn('store.open-failed', { name: errorNames(error)[0] ?? 'unknown' });
      // Not for good: the next read or write tries again.
      if (state.getSnapshot() !== 'closed') state.set('unavailable');
    }
    return state.getSnapshot();
  });

  async function ready(): Promise<ConnectionState> {
    const known = state.getSnapshot();
    const judged = known === 'open' || known === 'newer-data' || known === 'unreadable';
    const now = db.isOpen() && judged ? known : await open();
    if (now === 'unreadable') throw new StoreFailure('newer-data');
    if (now === 'open' || now === 'newer-data') return now;
    throw new StoreFailure('closed');
  }

  async function twice<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLost(error) || state.getSnapshot() === 'closed') throw error;
      log.warn('store.connection-lost', { name: errorNames(error)[0] ?? 'unknown' });
      db.close();
      return await work();
    }
  }

  return {
    db,
    state,
    open,
    judge,
    async read(ask) {
      try {
        return await twice(async () => {
          await ready();
          return await ask(db);
        });
      } catch (error) {
        throw error instanceof StoreFailure ? error : new StoreFailure(troubleOf(error), error);
      }
    },
    async write(durability, tables, work) {
      const scope = durability === 'relaxed' ? [...tables, 'relaxed'] : [...tables];
      try {
        return await twice(async () => {
          if ((await ready()) === 'newer-data') throw new StoreFailure('newer-data');
          return { done: true, value: await transact(db, scope, work) };
        });
      } catch (error) {
        const reason = troubleOf(error);
        log.warn('store.write-failed', { reason, name: errorNames(error)[0] ?? 'unknown' });
        return { done: false, reason };
      }
    },
    close() {
      state.set('closed');
      db.close();
    },
  };
}

/** A full disk may show as a request's plain AbortError; the transaction itself knows why it was aborted (F6). */
async function transact<T>(
  db: AjukanDatabase,
  scope: readonly string[],
  work: (db: AjukanDatabase) => PromiseLike<T>,
): Promise<T> {
  let native: IDBTransaction | undefined;
  try {
    return await db.transaction('rw', scope, async (transaction) => {
      native = transaction.idbtrans;
      return await work(db);
    });
  } catch (error) {
    throw native?.error?.name === 'QuotaExceededError' ? new StoreFailure('quota', error) : error;
  }
}

/**
 * Dexie opens a newer database with older code without a word and never runs the upgrade again, so the rows say
 * themselves who may touch them.
 */
function schemaGuard(row: { readonly value: unknown } | undefined, nativeVersion: number): ConnectionState {
  const stamp: SchemaStamp = isSchemaStamp(row?.value)
    ? row.value
    : { schemaVersion: Math.floor(nativeVersion), minReader: Math.floor(nativeVersion) };
  if (stamp.minReader > currentSchemaVersion) return 'unreadable';
  return stamp.schemaVersion > currentSchemaVersion ? 'newer-data' : 'open';
}
