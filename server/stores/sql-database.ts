/**
 * A relational database as the repositories see it: the same SQL text on SQLite and PostgreSQL. Parameters are $1,
 * $2 …; whole numbers come back as numbers, JSON columns as text, times are milliseconds.
 */
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, unknown>>;

export interface SqlReader {
  /** Rows in the order that the statement gives. Rejects with StoreUnavailableError when the database is not there. */
  all(sql: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
}

export interface SqlTransaction extends SqlReader {
  /** Makes transactions about the same thing run one after the other, until this one ends. */
  lock(thing: string): Promise<void>;
}

/** What a unit of work leaves behind: its changes, or nothing. */
export type Work<T> = { readonly kept: boolean; readonly value: T };
export const keep = <T>(value: T): Work<T> => ({ kept: true, value });
export const undo = <T>(value: T): Work<T> => ({ kept: false, value });

export interface SqlDatabase extends SqlReader {
  readonly dialect: SqlDialect;
  /**
   * Runs `work` in a transaction and resolves with its value only when the changes are durable. `work` touches nothing
   * but the transaction, awaits nothing else, and may run more than once. A rejection leaves nothing behind.
   */
  write<T>(work: (tx: SqlTransaction) => Promise<Work<T>>): Promise<T>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The few statements that are not the same text on both. */
export interface SqlDialect {
  readonly name: 'sqlite' | 'postgres';
  /** One row {number}: a number never given before; gaps are allowed. */
  readonly nextRegistration: string;
  /** $1 audience, $2 tx and $3 seq of the cursor, $4 limit. Never leaves out a row that commits later. */
  readonly changesAfter: string;
  /** Ends a SELECT that takes rows to work on: what another server holds is left to it. */
  readonly skipLocked: string;
  /** One row {tx, seq}: the furthest position that a cursor of this feed can have. */
  readonly feedEnd: string;
}

/** The database (or its disk) can't be used now: nothing was changed, or it is not known whether it was. Retry. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
