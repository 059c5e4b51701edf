import type { Client } from 'pg';
import { connectPostgres } from '../stores/postgres-database.ts';
import { StoreUnavailableError } from '../stores/sql-database.ts';
import { processUploadLock } from './process-upload-lock.ts';
import type { UploadHold, UploadLock } from './upload-lock.ts';

const channel = 'ajukan_upload_wanted';
const patienceMs = 10_000;
const askAgainMs = 200;

/**
 * The lock of many processes that share one storage: an advisory lock of PostgreSQL's behind the lock of the process.
 * All advisory locks of a process live on one connection; a process that dies gives them back by dying. Whoever waits
 * tells the others by NOTIFY, so that a stalled holder elsewhere is broken off as well.
 */
export function postgresUploadLock(url: string): UploadLock & { close(): Promise<void> } {
  const local = processUploadLock();
  let connection: Promise<Client> | undefined;

  function connected(): Promise<Client> {
    connection ??= open();
    return connection;
  }

  async function open(): Promise<Client> {
    try {
      const client = await connectPostgres(url);
      client.on('error', lost);
      client.on('end', lost);
      client.on('notification', ({ payload }) => {
        if (payload !== undefined) local.breakStalled(payload);
      });
      await client.query(`LISTEN ${channel}`);
      return client;
    } catch (error) {
      connection = undefined;
      throw error;
    }
  }

  /** The locks went with the connection: whoever writes under one has to stop. */
  function lost(): void {
    connection = undefined;
    local.releaseAll();
  }

  async function ask(sql: string, params: readonly string[]): Promise<unknown> {
    const client = await connected();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql, [...params]);
      return rows[0]?.['answer'];
    } catch (error) {
      throw new StoreUnavailableError('PostgreSQL: upload lock', { cause: error });
    }
  }

  async function acquire(key: string, hold: UploadHold): Promise<boolean> {
    const deadlineMs = performance.now() + patienceMs;
    for (;;) {
      if ((await ask('SELECT pg_try_advisory_lock(hashtextextended($1, 1)) AS answer', [key])) === true) return true;
      if (hold.signal.aborted || performance.now() > deadlineMs) return false;
      await ask(`SELECT pg_notify('${channel}', $1)::text AS answer`, [key]);
      await new Promise((resolve) => setTimeout(resolve, askAgainMs));
      hold.onProgress();
    }
  }

  return {
    withUpload: (key, work) =>
      local.withUpload(key, async (hold) => {
        if (!(await acquire(key, hold))) return 'busy';
        try {
          return await work(hold);
        } finally {
          // When it fails, the connection is gone, and the lock with it.
          await ask('SELECT pg_advisory_unlock(hashtextextended($1, 1)) AS answer', [key]).catch(() => undefined);
        }
      }),
    releaseAll: () => local.releaseAll(),
    close: async () => {
      const client = await connection?.catch(() => undefined);
      client?.off('end', lost);
      await client?.end();
    },
  };
}
