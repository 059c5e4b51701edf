import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditNote } from '#server/stores/audit-chain.ts';
import { migrate } from '#server/stores/migrate.ts';
import { appendAudit, sqlAuditLog } from '#server/stores/sql-audit-log.ts';
import { undo } from '#server/stores/sql-database.ts';
import { verifyAudit } from '#server/stores/verify-audit.ts';
import { nowMs, type OpenDatabase } from './repository-parts.ts';

const look: AuditNote = { event: 'application-read', actor: 'petugas-1', subject: 'a-1', about: null };

/** What every database must do for the audit log. `unguard` takes its triggers off, as who owns the database could. */
export function describeAudit(name: string, open: OpenDatabase, unguard: readonly string[]): void {
  describe(`the audit log on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const database = () => opened.database;
    const append = (note: AuditNote = look) => sqlAuditLog(database()).append(note, nowMs);
    const run = (...statements: readonly string[]) =>
      database().write(async (tx) => {
        for (const statement of statements) await tx.all(statement);
        return { kept: true, value: undefined };
      });
    const faults = async () => (await verifyAudit(database())).faults;

    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
    });
    afterAll(() => opened.close());

    it('chains what many write at once into one row of numbers without a gap', async () => {
      await Promise.all(Array.from({ length: 60 }, () => append()));
      const { entries, head, faults: found } = await verifyAudit(database());
      expect([entries, head.seq, found]).toEqual([60, 60, []]);
    });

    it('leaves no gap where a unit of work is undone', async () => {
      await database().write(async (tx) => {
        await appendAudit(tx, look, nowMs);
        return undo(undefined);
      });
      await append();
      expect((await verifyAudit(database())).entries).toBe(61);
      expect(await faults()).toEqual([]);
    });

    it('refuses whatever could be more than an id or a word of ours', async () => {
      const personal = ['0812-0000-0001 KANARI', 'KANARI Siti', '{"nik":1}', 'é', '', 'x'.repeat(101)];
      for (const text of personal) {
        await expect(append({ ...look, subject: text })).rejects.toThrow(/ids and words/);
        await expect(append({ ...look, actor: text })).rejects.toThrow(/ids and words/);
      }
      expect((await verifyAudit(database())).entries).toBe(61);
    });

    it('can neither be changed nor shortened', async () => {
      for (const statement of [`UPDATE audit_log SET actor = 'x'`, 'DELETE FROM audit_log WHERE seq = 3'])
        await expect(run(statement)).rejects.toThrow(/only appended to/);
      expect(await faults()).toEqual([]);
    });

    it('shows what was changed, taken out, moved, cut off or put in behind its back', async () => {
      const noted = (await verifyAudit(database())).head;
      await run(...unguard);
      const copy = 'CREATE TABLE audit_copy AS SELECT * FROM audit_log';
      await run(copy, 'CREATE TABLE head_copy AS SELECT * FROM audit_head');
      const restore = [
        'DELETE FROM audit_log',
        'INSERT INTO audit_log SELECT * FROM audit_copy',
        'DELETE FROM audit_head',
        'INSERT INTO audit_head SELECT * FROM head_copy',
      ];
      const harms: readonly (readonly [readonly string[], RegExp])[] = [
        [[`UPDATE audit_log SET actor = 'petugas-2' WHERE seq = 7`], /^entry 7 is not as it was written$/],
        [['UPDATE audit_log SET at = at + 1 WHERE seq = 7'], /^entry 7 is not as it was written$/],
        [['DELETE FROM audit_log WHERE seq = 9'], /^entry 9 is missing$/],
        [['DELETE FROM audit_log WHERE seq > 59'], /^entries 60 to 61 are missing at the end$/],
        [['DELETE FROM audit_log'], /^entries 1 to 61 are missing at the end$/],
        [
          [
            'UPDATE audit_log SET seq = 1000 WHERE seq = 4',
            'UPDATE audit_log SET seq = 4 WHERE seq = 5',
            'UPDATE audit_log SET seq = 5 WHERE seq = 1000',
          ],
          /^entry 4 does not follow entry 3$/,
        ],
        [
          [
            `INSERT INTO audit_log SELECT 62, at, event, actor, subject, about, hash, previous FROM audit_log WHERE seq = 61`,
          ],
          /^entry 62 is not as it was written$/,
        ],
      ];
      for (const [harm, said] of harms) {
        await run(...harm);
        expect(await faults()).toContainEqual(expect.stringMatching(said));
        await run(...restore);
        expect(await faults()).toEqual([]);
      }
      // A log that was begun anew is in order; only a head that was noted elsewhere tells.
      await run('DELETE FROM audit_log', `UPDATE audit_head SET seq = 0, hash = '${'0'.repeat(64)}'`);
      await append();
      expect(await faults()).toEqual([]);
      expect((await verifyAudit(database(), noted)).faults).toEqual(['entry 61, which was noted, is missing']);
    });
  });
}
