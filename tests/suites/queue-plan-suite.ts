import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '#domain/office/office.ts';
import { migrate } from '#server/stores/migrate.ts';
import type { QueueQuery } from '#server/stores/queue-store.ts';
import { keep, type SqlDatabase } from '#server/stores/sql-database.ts';
import { queuePage } from '#server/stores/sql-queue-page.ts';
import { countStatements } from '#server/stores/sql-queue-store.ts';
import { seedDesk } from '../../tools/bench/desk-seed.ts';
import type { Plan, Statement } from './queue-plans.ts';
import { nowMs, type OpenDatabase, wholeQueue } from './repository-parts.ts';

const limit = 50;
const dinas: readonly Post[] = [{ level: 'dinas', area: '36.03' }];
const villages: readonly Post[] = [{ level: 'desa', area: '36.03' }];
const oneVillage: readonly Post[] = [{ level: 'desa', area: '36.03.01.2002' }];
const after = { key: nowMs, id: '00000000-0000-7000-8000-000000000000' };
const pages: readonly (readonly [string, Partial<QueueQuery>])[] = [
  ['everything', {}],
  ['a later page', { after: { sort: 'received', ...after } }],
  ['by due day', { sort: 'due' }],
  ['a later page by due day', { sort: 'due', after: { sort: 'due', ...after, key: '2026-11-24' } }],
  ['two statuses', { statuses: ['submitted', 'under_review'] }],
];
const narrow: readonly (readonly [string, Partial<QueueQuery>])[] = [
  ['what one official has taken', { assignee: { accountId: 'petugas-1' } }],
  ['a NIK', { search: { kind: 'nik', mac: 'mac' } }],
  ['a number', { search: { kind: 'numbers', numbers: ['3603-2026-000042'] } }],
  ['two words of a name', { search: { kind: 'words', words: ['siti', '108'] } }],
];

/**
 * How much of a large office a page reads: what a page costs must follow from the page, not from what lies behind it. Held
 * by rows and plans, which are the same on every machine, where times are not.
 */
export function describeQueuePlans(
  name: string,
  open: OpenDatabase,
  planOf: (database: SqlDatabase, statement: Statement) => Promise<Plan>,
): void {
  describe(`a page of an office with 4,000 applications on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
      const sinceMs = nowMs - 4000 * 60_000;
      await seedDesk(opened.database, { applications: 4000, sinceMs, applicantKey: 'k', macOf: (nik) => nik });
      await opened.database.write(async (tx) => keep(await tx.all('ANALYZE')));
    }, 120_000);
    afterAll(() => opened.close());

    const plan = (parts: Partial<QueueQuery>, posts: readonly Post[]) =>
      planOf(opened.database, queuePage({ ...wholeQueue, limit, ...parts, posts }));

    it.each(pages)('reads no more than it shows of each status: %s', async (_what, parts) => {
      for (const posts of [dinas, villages]) {
        const { inFull, rows } = await plan(parts, posts);
        expect(inFull).toEqual([]);
        const walks = (parts.statuses ?? wholeQueue.statuses).length * limit;
        // Half of the rows of a status are the other kind of office's; then each line once more, with its papers.
        if (rows !== null) expect(rows).toBeLessThan(4 * walks + 40 * limit);
      }
    });

    it.each(narrow)('begins with what is looked for: %s', async (_what, parts) => {
      const { inFull, rows } = await plan(parts, dinas);
      expect(inFull).toEqual([]);
      if (rows !== null) expect(rows).toBeLessThan(4000);
    });

    it('counts one village from an index', async () => {
      const { statuses, due, mine } = countStatements(oneVillage, 'petugas-1', '2026-11-24');
      for (const statement of [statuses, due, mine])
        expect((await planOf(opened.database, statement)).inFull).toEqual([]);
    });
  });
}
