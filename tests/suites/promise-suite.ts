import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeStatus } from '#domain/application/status.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlDocumentStore } from '#server/stores/sql-document-store.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { putHolidays } from '#server/stores/sql-promise.ts';
import { announced, application, type OpenDatabase, paper } from './repository-parts.ts';

const at = (text: string) => Date.parse(`${text}+07:00`);

/** What every database must do about the day that was promised. */
export function describePromises(name: string, open: OpenDatabase): void {
  describe(`promised days on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const applications = () => sqlApplicationStore(opened.database, '3603');

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, 0);
      await putHolidays(opened.database, new Set(['2026-12-24', '2026-12-25']));
    });
    afterAll(() => opened.close());

    async function decide(applicationId: string, action: string, status: OfficeStatus, nowMs: number): Promise<void> {
      const decision = { id: uuidv7(), applicationId, officerId: 'petugas', action, reason: 'x', fields: [] };
      await applications().decide(
        { ...decision, bodyHash: 'x' },
        () => ({ kind: 'move', status, role: 'verifikator' }),
        nowMs,
      );
    }
    const dueOf = async (id: string) => (await applications().find(id))?.dueOn;

    it('begin with the last paper, stop while the applicant repairs, and stay with what has ended', async () => {
      const one = { ...application([paper()]), workingDays: 3 };
      await applications().submit(one, at('2026-12-21T10:00:00'));
      expect(await dueOf(one.id)).toBeNull();
      const documents = sqlDocumentStore(opened.database);
      for (const document of one.documents) {
        await documents.announce(announced(one.id, one.ownerId, document), at('2026-12-22T23:30:00'));
        await documents.markVerified(document.id, null, at('2026-12-22T23:30:00'));
      }
      expect(await dueOf(one.id)).toBe('2026-12-29');
      await decide(one.id, 'return', 'returned', at('2026-12-23T10:00:00'));
      expect(await dueOf(one.id)).toBeNull();
    });

    it('are none where the service promises none', async () => {
      const one = application();
      await applications().submit(one, at('2026-12-21T10:00:00'));
      expect(await applications().find(one.id)).toMatchObject({ workingDays: null, dueOn: null });
    });

    it('move when the calendar does, of what is still to be done only', async () => {
      const [open_, ended] = [application(), application()].map((one) => ({ ...one, workingDays: 1 }));
      if (open_ === undefined || ended === undefined) throw new Error('Two are made');
      for (const one of [open_, ended]) await applications().submit(one, at('2026-12-23T10:00:00'));
      await decide(ended.id, 'reject', 'rejected', at('2026-12-23T11:00:00'));
      await putHolidays(opened.database, new Set(['2026-12-24', '2026-12-25', '2026-12-28']));
      expect(await dueOf(open_.id)).toBe('2026-12-29');
      expect(await dueOf(ended.id)).toBe('2026-12-28');
    });

    it('move with the calendar also when the server died on the way and started again', async () => {
      const one = { ...application(), workingDays: 1 };
      await applications().submit(one, at('2026-12-30T10:00:00'));
      expect(await dueOf(one.id)).toBe('2026-12-31');
      const days = new Set(['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-31']);
      let writes = 0;
      const dying: SqlDatabase = {
        ...opened.database,
        write: (work) => {
          writes += 1;
          return writes > 1 ? Promise.reject(new Error('died')) : opened.database.write(work);
        },
      };
      await expect(putHolidays(dying, days)).rejects.toThrow('died');
      await putHolidays(opened.database, days);
      expect(await dueOf(one.id)).toBe('2027-01-01');
    });
  });
}
