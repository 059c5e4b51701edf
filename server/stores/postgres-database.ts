import { Client, Pool, type PoolClient, types } from 'pg';
import { postgresDialect } from './postgres-dialect.ts';
import { isWorthRetrying, postgresTrouble } from './postgres-trouble.ts';
import type { SqlDatabase, SqlRow, SqlTransaction, SqlValue, Work } from './sql-database.ts';

const connectWithinMs = 5000;
const statementWithinMs = 15_000;
/** A transaction that idles holds the change feed back for everybody, so the database ends it. */
const idleInTransactionMs = 10_000;
const mostTries = 3;

const int8 = 20;
const json = 114;
/** Whole numbers as numbers (all of ours are below 2^53), JSON as text: as SQLite gives them. */
const parsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    if (oid === int8) return Number;
    if (oid === json) return String;
    const usual: unknown = format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
    return usual;
  },
};

/** The scaled-out database: any number of server processes on one PostgreSQL (15 or later). */
export function openPostgresDatabase(url: string): SqlDatabase {
  const pool = new Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: connectWithinMs,
    statement_timeout: statementWithinMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    application_name: 'ajukan',
    types: parsers,
  });
  // Without a listener, the loss of an idle connection would end the process. The next query says what is wrong.
  pool.on('error', () => {});

  async function transact<T>(work: (tx: SqlTransaction) => Promise<Work<T>>): Promise<T> {
    const client = await asked(() => pool.connect());
    let broken: Error | undefined;
    const onLoss = (error: Error) => {
      broken = error;
    };
    client.on('error', onLoss);
    try {
      await query(client, 'BEGIN');
      const { kept, value } = await work(transactionOf(client));
      await query(client, kept ? 'COMMIT' : 'ROLLBACK');
      return value;
    } catch (error) {
      broken ??= await rollback(client);
      throw error;
    } finally {
      client.off('error', onLoss);
      client.release(broken);
    }
  }

  return {
    dialect: postgresDialect,
    all: (sql, params = []) => query(pool, sql, params),
    write: async (work) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await transact(work);
        } catch (error) {
          if (tries >= mostTries || !isWorthRetrying(error)) throw error;
        }
      }
    },
    ping: async () => {
      await query(pool, 'SELECT 1');
    },
    close: () => pool.end(),
  };
}

/** A connection outside the pool, for what has to outlive a query: locks and notifications. */
export async function connectPostgres(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'ajukan',
    types: parsers,
  });
  await asked(() => client.connect());
  return client;
}

function transactionOf(client: PoolClient): SqlTransaction {
  return {
    all: (sql, params) => query(client, sql, params),
    lock: async (thing) => {
      await query(client, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [thing]);
    },
  };
}

async function query(on: Pool | PoolClient, sql: string, params: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
  return asked(async () => (await on.query<Record<string, unknown>>(sql, [...params])).rows);
}

/** @returns the reason why the connection can't be used again, if so */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await query(client, 'ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('Rollback failed');
  }
}

/** Around every call of the driver, and nothing else: so an error of our own is never taken for a lost database. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw postgresTrouble(error) ?? error;
  }
}
