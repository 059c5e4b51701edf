import { setImmediate as nextTurn } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#server/stores/migrate.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlChangeFeed } from '#server/stores/sql-change-feed.ts';
import { application, nowMs, type OpenDatabase } from './repository-parts.ts';

/** What every database must do for the change feed, migrations and units of work. */
export function describeFeed(name: string, open: OpenDatabase): void {
  describe(`feed and transactions on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    const feed = () => sqlChangeFeed(database());

    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
    });
    afterAll(() => opened.close());

    async function changesOf(audience: string, after: string | null = null) {
      const read = await feed().read(audience, after, 100);
      if (read.kind !== 'page') throw new Error('The cursor is not known');
      return read;
    }

    it('migrates again without a change, and refuses data of a newer release', async () => {
      await migrate(database(), nowMs);
      await database().write(async (tx) => {
        await tx.all(`INSERT INTO migration (number, name, at) VALUES (9999, 'from the future', 0)`);
        return { kept: true, value: null };
      });
      await expect(migrate(database(), nowMs)).rejects.toThrow('9999');
      await database().write(async (tx) => {
        await tx.all('DELETE FROM migration WHERE number = 9999');
        return { kept: true, value: null };
      });
    });

    it('pages the feed, each change once and in order', async () => {
      const ownerId = `feed-${uuidv7()}`;
      for (let count = 0; count < 5; count += 1) await applications().submit(application([], ownerId), nowMs + count);
      const seen: number[] = [];
      let cursor: string | null = null;
      for (let more = true; more; ) {
        const read = await feed().read(ownerId, cursor, 2);
        if (read.kind !== 'page') throw new Error('The cursor is not known');
        seen.push(...read.items.map(({ atMs }) => atMs - nowMs));
        ({ next: cursor, more } = read);
      }
      expect(seen).toEqual([0, 1, 2, 3, 4]);
      expect(await changesOf(ownerId, cursor)).toMatchObject({ items: [], more: false, next: cursor });
    });

    it('never leaves out a change, however many write while somebody reads', async () => {
      const ownerId = `busy-${uuidv7()}`;
      const seen: string[] = [];
      let cursor: string | null = null;
      const readOn = async () => {
        const page = await changesOf(ownerId, cursor);
        seen.push(...page.items.map(({ applicationId }) => applicationId));
        cursor = page.next;
      };
      let writing = true;
      const reading = (async () => {
        while (writing) {
          await readOn();
          // SQLite answers without leaving this turn of the event loop: the writers need one, too.
          await nextTurn();
        }
      })();
      const written = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const ids: string[] = [];
          for (let count = 0; count < 25; count += 1) {
            const submission = application([], ownerId);
            await applications().submit(submission, nowMs);
            ids.push(submission.id);
          }
          return ids;
        }),
      );
      writing = false;
      await reading;
      for (let last = -1; last !== seen.length; ) {
        last = seen.length;
        await readOn();
      }
      expect(seen.toSorted()).toEqual(written.flat().toSorted());
    });

    it('does not know the cursor of another feed, of a later state, or of nobody', async () => {
      const { next } = await changesOf('siti');
      const decoded = Buffer.from(next, 'base64url').toString('utf8');
      const [epoch = '', tx = '', seq = ''] = decoded.split(':');
      const cursor = (text: string) => Buffer.from(text).toString('base64url');
      const foreign = [
        cursor(`${uuidv7()}:${tx}:${seq}`),
        cursor(`${epoch}:999999999999999:999999999999999`),
        cursor(`${epoch}:x:1`),
        cursor(`${decoded}:1`),
        'x',
        '',
      ];
      for (const one of foreign) expect(await feed().read('siti', one, 10)).toEqual({ kind: 'unknown-cursor' });
    });

    it('leaves nothing of a unit of work that throws or is undone, and keeps its neighbours', async () => {
      const insert = (id: string, end: 'keep' | 'undo' | 'throw') =>
        database().write(async (tx) => {
          await tx.all("INSERT INTO account (id, name, roles, origin, created_at) VALUES ($1, '', '', $2, 0)", [
            id,
            'unit',
          ]);
          if (end === 'throw') throw new Error('thrown on purpose');
          return { kept: end === 'keep', value: end };
        });
      const results = await Promise.allSettled([
        insert('u1', 'keep'),
        insert('u2', 'throw'),
        insert('u3', 'undo'),
        insert('u4', 'keep'),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      const rows = await database().all(`SELECT id FROM account WHERE origin = 'unit' ORDER BY id`);
      expect(rows.map(({ id }) => id)).toEqual(['u1', 'u4']);
      await expect(insert('u1', 'keep')).rejects.toThrow(/unique/i);
    });
  });
}
