import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SqlDatabase, SqlReader, SqlRow, SqlTransaction, SqlValue, Work } from './sql-database.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { sqliteTrouble } from './sqlite-trouble.ts';

interface Job {
  run(tx: SqlTransaction): Promise<{ readonly kept: boolean }>;
  settle(): void;
  fail(error: unknown): void;
}

/** Units of work that share one commit, at most. Bounds how long readers of fresh data wait. */
const largestBatch = 256;
const busyTimeoutMs = 1000;

/**
 * The embedded database: WAL, synchronous=FULL, one writer. Work that arrives while a commit is on its way shares the
 * next one (group commit), each unit behind its own savepoint, so one fsync carries many applications and a unit that
 * fails takes nobody with it. Reads have a connection of their own and never see what is not committed.
 */
export function openSqliteDatabase(file: string): SqlDatabase {
  const writer = connect(file, false);
  const reader = connect(file, true);
  const readAll = prepared(reader);
  const writeAll = prepared(writer);
  const tx: SqlTransaction = {
    // Async, so that a failing statement rejects and never throws in the middle of somebody's expression.
    all: async (sql, params = []) => writeAll(sql, params),
    lock: async () => {},
  };
  const queue: Job[] = [];
  let draining: Promise<void> | undefined;

  async function runBatch(jobs: readonly Job[]): Promise<void> {
    try {
      writer.exec('BEGIN IMMEDIATE');
      const settlements: (() => void)[] = [];
      for (const job of jobs) settlements.push(await runJob(job));
      writer.exec('COMMIT');
      for (const settle of settlements) settle();
    } catch (error) {
      if (writer.isTransaction) writer.exec('ROLLBACK');
      for (const job of jobs) job.fail(sqliteTrouble(error) ?? error);
    }
  }

  /** Resolves with what to tell the caller after the commit; rejects when the database itself is in trouble. */
  async function runJob(job: Job): Promise<() => void> {
    writer.exec('SAVEPOINT unit');
    try {
      const { kept } = await job.run(tx);
      writer.exec(kept ? 'RELEASE unit' : 'ROLLBACK TO unit; RELEASE unit');
      return () => job.settle();
    } catch (error) {
      if (!writer.isTransaction || sqliteTrouble(error) !== undefined) throw error;
      writer.exec('ROLLBACK TO unit; RELEASE unit');
      return () => job.fail(error);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      // Lets every request that has already arrived join the batch.
      await new Promise((resolve) => setImmediate(resolve));
      await runBatch(queue.splice(0, largestBatch));
    }
    draining = undefined;
  }

  return {
    dialect: sqliteDialect,
    all: async (sql, params = []) => {
      try {
        return readAll(sql, params);
      } catch (error) {
        throw sqliteTrouble(error) ?? error;
      }
    },
    write: (work) =>
      new Promise((resolve, reject) => {
        queue.push(jobOf(work, resolve, reject));
        draining ??= drain();
      }),
    ping: async () => {
      readAll('SELECT 1 AS one', []);
    },
    close: async () => {
      await draining;
      reader.close();
      writer.close();
    },
  };
}

/** Only reads, also beside a server that is running. */
export function openSqliteReader(file: string): SqlReader & { close(): void } {
  const reader = connect(file, true);
  const readAll = prepared(reader);
  return { all: async (sql, params = []) => readAll(sql, params), close: () => reader.close() };
}

function jobOf<T>(
  work: (tx: SqlTransaction) => Promise<Work<T>>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Job {
  let outcome: Work<T> | undefined;
  return {
    run: async (tx) => {
      outcome = await work(tx);
      return outcome;
    },
    settle: () => (outcome === undefined ? reject(new Error('Settled before it ran')) : resolve(outcome.value)),
    fail: reject,
  };
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  const connection = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs });
  if (!readOnly) connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  connection.exec('PRAGMA trusted_schema = OFF');
  return connection;
}

/** SQLite counts parameters by ?1, ?2; the statements say $1, $2 as PostgreSQL does. */
function prepared(connection: DatabaseSync): (sql: string, params: readonly SqlValue[]) => readonly SqlRow[] {
  const statements = new Map<string, StatementSync>();
  return (sql, params) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = connection.prepare(sql.replaceAll(/\$(\d+)/g, '?$1'));
      statements.set(sql, statement);
    }
    return statement.all(...params);
  };
}
