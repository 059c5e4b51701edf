import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeLevels, type Post } from '#domain/office/office.ts';
import { readStatistics } from '#server/applications/statistics-report.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlStatisticsStore } from '#server/stores/sql-statistics-store.ts';
import type { StatisticsQuery } from '#server/stores/statistics-store.ts';
import { nowMs, type OpenDatabase } from './repository-parts.ts';
import { reckoningOf } from './statistics-reckoning.ts';
import { dayAfter, firstDay, putWorld, services, today, worldOf } from './statistics-world.ts';

const world = worldOf(3603, 3000);
const reckon = reckoningOf(world);

const area = fc.constantFrom('36.03', '36.03.01', '36.03.10', '36.03.1', '36.03.01.2001', '36.03.09');
const post: fc.Arbitrary<Post> = fc.record(
  {
    level: fc.constantFrom(...officeLevels),
    area,
    services: fc.subarray(services, { minLength: 1 }),
  },
  { requiredKeys: ['level', 'area'] },
);
const query: fc.Arbitrary<StatisticsQuery> = fc
  .record({
    from: fc.nat(190).map(dayAfter),
    days: fc.nat(190),
    posts: fc.option(fc.array(post, { maxLength: 3 })),
    level: fc.option(fc.constantFrom(...officeLevels), { freq: 2 }),
    area: fc.option(area, { freq: 2 }),
    serviceId: fc.option(fc.constantFrom(...services, 'lain'), { freq: 2 }),
  })
  .map(({ days, ...rest }) => ({
    ...rest,
    to: new Date(Date.parse(rest.from) + days * 86_400_000).toISOString().slice(0, 10),
  }));

/** What every database must tell of how the offices work: the same as a plain reckoning, one application at a time. */
export function describeStatistics(name: string, open: OpenDatabase): void {
  describe(`the numbers of 3,000 applications on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
      await putWorld(opened.database, world);
    });
    afterAll(() => opened.close());
    const read = (asked: StatisticsQuery) => readStatistics(sqlStatisticsStore(opened.database), asked, today);

    it('are what one reckons by hand, of the whole regency', async () => {
      const whole = { from: firstDay, to: today, posts: null, level: null, area: null, serviceId: null };
      const found = await read(whole);
      expect(found).toEqual(reckon(whole));
      // The world is worth reckoning: everything that is told of it is there.
      const { received, inTime, late, rejected, returned, waiting, answers } = found.all;
      for (const count of [received, inTime, late, rejected, returned, waiting, answers])
        expect(count).toBeGreaterThan(100);
      for (const { count } of found.backlog) expect(count).toBeGreaterThan(10);
      expect(found.byPlace).toHaveLength(18);
      expect(found.comments).toHaveLength(25);
    });

    it('are that of whatever time, posts, places and service are asked for', async () => {
      await fc.assert(
        fc.asyncProperty(query, async (asked) => {
          expect(await read(asked)).toEqual(reckon(asked));
        }),
        { numRuns: 40 },
      );
    });
  });
}
