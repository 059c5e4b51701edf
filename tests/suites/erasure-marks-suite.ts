import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#server/stores/migrate.ts';
import { ErasureMarks, readErasureMarks, replayErasureMarks } from '#server/stores/sql-erasure-marks.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { application, nowMs, type OpenDatabase, paper } from './repository-parts.ts';

const laterMs = nowMs + 60_000;
type Opened = Awaited<ReturnType<OpenDatabase>>;

/** What every database must do when a backup from before an erasure is restored. */
export function describeErasureMarks(name: string, open: OpenDatabase): void {
  describe(`a restored backup on ${name}`, () => {
    let lost: Opened;
    let restored: Opened;
    const storesOf = ({ database }: Opened) => ({
      applications: sqlApplicationStore(database, '3603'),
      erasures: sqlErasureStore(database),
    });

    beforeAll(async () => {
      lost = await open();
      restored = await open();
      for (const { database } of [lost, restored]) await migrate(database, nowMs);
    });
    afterAll(async () => {
      await lost.close();
      await restored.close();
    });

    it('is erased anew by marks that were kept elsewhere, and brings back nobody who was erased (F100)', async () => {
      const incomplete = application([paper()]);
      const { ownerId } = incomplete;
      const whole = application([], ownerId);
      const others = application([paper()]);
      for (const opened of [lost, restored])
        for (const one of [incomplete, whole, others]) await storesOf(opened).applications.submit(one, nowMs);
      const request = await storesOf(lost).erasures.erase(ownerId, nowMs);
      const marks = ErasureMarks.parse(JSON.parse(JSON.stringify(await readErasureMarks(lost.database))));
      expect(JSON.stringify(marks)).not.toContain('KANARI');

      expect(await replayErasureMarks(restored.database, marks, laterMs)).toEqual({ accounts: 1, applications: 0 });
      const { applications, erasures } = storesOf(restored);
      expect(await applications.find(incomplete.id)).toBeUndefined();
      expect(await applications.submit(incomplete, laterMs)).toEqual({ kind: 'erased' });
      expect(await applications.find(whole.id)).toBeDefined();
      expect(await applications.find(others.id)).toBeDefined();
      expect(await erasures.listOpen()).toEqual([request]);
      expect(await replayErasureMarks(restored.database, marks, laterMs + 1)).toEqual({ accounts: 0, applications: 0 });
    });

    it('takes no id again that had been erased, also of an application that the backup has never seen', async () => {
      const unseen = application([paper()]);
      const { applications, erasures } = storesOf(lost);
      await applications.submit(unseen, nowMs);
      await erasures.erase(unseen.ownerId, nowMs);
      const { requests: _none, ...marks } = await readErasureMarks(lost.database);
      const replayed = await replayErasureMarks(restored.database, { requests: [], ...marks }, laterMs);
      expect(replayed).toEqual({ accounts: 0, applications: 1 });
      expect(await storesOf(restored).applications.submit(unseen, laterMs)).toEqual({ kind: 'erased' });
    });
  });
}
