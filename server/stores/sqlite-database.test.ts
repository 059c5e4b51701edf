import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockData } from './data-lock.ts';
import { keep, type SqlDatabase, StoreUnavailableError } from './sql-database.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

let folder: string;
let file: string;
let database: SqlDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-db-'));
  file = join(folder, 'app.db');
  database = openSqliteDatabase(file);
  await database.write(async (tx) =>
    keep(await tx.all('CREATE TABLE thing (id integer PRIMARY KEY, body text) STRICT')),
  );
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const insert = (id: number, body = 'x') =>
  database.write(async (tx) => keep(await tx.all('INSERT INTO thing (id, body) VALUES ($1, $2)', [id, body])));
const count = async () => (await database.all('SELECT count(*) AS n FROM thing'))[0]?.['n'];

describe('the embedded database', () => {
  it('waits for the disk with every commit (F51)', async () => {
    const [mode, synchronous] = await database.write(async (tx) =>
      keep([await tx.all('PRAGMA journal_mode'), await tx.all('PRAGMA synchronous')]),
    );
    expect([mode, synchronous]).toEqual([[{ journal_mode: 'wal' }], [{ synchronous: 2 }]]);
  });

  it('shows a reader nothing that is not committed', async () => {
    const seen: unknown[] = [];
    await database.write(async (tx) => {
      await tx.all('INSERT INTO thing (id) VALUES (1)');
      seen.push(await count());
      return keep(null);
    });
    expect([...seen, await count()]).toEqual([0, 1]);
  });

  it('shares one commit among the work of one moment', async () => {
    const walBytes = () => statSync(`${file}-wal`).size;
    const before = walBytes();
    await Promise.all(Array.from({ length: 50 }, (_, id) => insert(id)));
    const grouped = walBytes() - before;
    for (let id = 50; id < 100; id += 1) await insert(id);
    expect(walBytes() - before - grouped).toBeGreaterThan(grouped * 5);
    expect(await count()).toBe(100);
  });

  it('says "not now" to the whole batch when the disk is full, keeps what it had, and goes on when there is room (F51)', async () => {
    await insert(1);
    const pages = (await database.all('PRAGMA page_count'))[0]?.['page_count'];
    await database.write(async (tx) => keep(await tx.all(`PRAGMA max_page_count = ${Number(pages) + 2}`)));
    const results = await Promise.allSettled([insert(2), insert(3, 'y'.repeat(100_000)), insert(4)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    const reasons = results.map((result) =>
      result.status === 'rejected' ? result.reason instanceof StoreUnavailableError : null,
    );
    expect(reasons).toEqual([true, true, true]);
    expect(await count()).toBe(1);
    await database.write(async (tx) => keep(await tx.all('PRAGMA max_page_count = 1000000')));
    await insert(3, 'y'.repeat(100_000));
    expect(await count()).toBe(2);
  });

  it('says "not now" while somebody else writes', async () => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(insert(1)).rejects.toThrow(StoreUnavailableError);
    other.exec('ROLLBACK');
    other.close();
    await insert(1);
    expect(await count()).toBe(1);
  });

  it('tells a wrong statement from trouble', async () => {
    await expect(database.all('SELECT * FROM nothing')).rejects.not.toThrow(StoreUnavailableError);
    await expect(insert(1).then(() => insert(1))).rejects.toThrow('UNIQUE');
  });
});

describe('the lock of a data folder', () => {
  it('is held by one server at a time', () => {
    const lockFile = join(folder, 'server.lock');
    const first = lockData(lockFile);
    expect(lockData(lockFile)).toBeNull();
    first?.release();
    const second = lockData(lockFile);
    expect(second).not.toBeNull();
    second?.release();
  });
});
