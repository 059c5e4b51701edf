import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#server/stores/migrate.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { application, nowMs, type OpenDatabase } from './repository-parts.ts';

/** What every database must do for who has taken an application. */
export function describeAssignments(name: string, open: OpenDatabase): void {
  describe(`taken by one official on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
    });
    afterAll(() => opened.close());

    async function submitted(): Promise<string> {
      const submission = application();
      await applications().submit(submission, nowMs);
      return submission.id;
    }
    const rina = { accountId: 'rina', name: 'Rina' };
    const budi = { accountId: 'budi', name: 'Budi' };
    const take = (applicationId: string, official: typeof rina, { force = false, isSeen = true } = {}) =>
      applications().assign({ applicationId, official, to: 'me', force }, () => isSeen, nowMs);

    it('is nobody else is, unless by force, and each is noted', async () => {
      const id = await submitted();
      const both = await Promise.all([take(id, rina), take(id, budi)]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['assigned', 'taken']);
      const [holder, loser] = both[0].kind === 'assigned' ? [rina, budi] : [budi, rina];
      expect(both).toContainEqual({ kind: 'taken', by: holder });
      expect(await take(id, holder, { isSeen: false })).toMatchObject({ kind: 'unchanged' });
      expect(await take(id, loser, { force: true, isSeen: false })).toEqual({
        kind: 'refused',
        because: 'precondition',
      });
      expect(await take(id, loser, { force: true })).toMatchObject({
        kind: 'assigned',
        application: { assignee: loser, assignments: 2 },
      });
      const notes = await database().all(
        `SELECT actor, about FROM audit_log WHERE event = 'assignment' AND subject = $1 ORDER BY seq`,
        [id],
      );
      expect(notes).toEqual([
        { actor: holder.accountId, about: 'taken' },
        { actor: loser.accountId, about: 'taken from another' },
      ]);
    });

    it('is given back by who has it, ends with the work, and what has ended is not taken', async () => {
      const id = await submitted();
      await take(id, rina);
      const back = { applicationId: id, official: rina, to: null, force: false } as const;
      expect(await applications().assign(back, () => true, nowMs)).toMatchObject({
        kind: 'assigned',
        application: { assignee: null },
      });
      await take(id, rina);
      const decision = { id: uuidv7(), applicationId: id, officerId: 'rina', action: 'reject', reason: 'x' };
      await applications().decide(
        { ...decision, fields: [], bodyHash: 'x' },
        () => ({ kind: 'move', status: 'rejected', role: 'verifikator' }),
        nowMs,
      );
      expect(await applications().find(id)).toMatchObject({ status: 'rejected', assignee: null, assignments: 4 });
      expect(await take(id, rina)).toEqual({ kind: 'refused', because: 'ended' });
      expect(await take(uuidv7(), rina)).toEqual({ kind: 'missing' });
    });
  });
}
