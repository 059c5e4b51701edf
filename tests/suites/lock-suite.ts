import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostTries } from '#domain/lock/office-tries.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlDeviceStore } from '#server/stores/sql-device-store.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { sqlLockStore } from '#server/stores/sql-lock-store.ts';
import { aReport } from '#server/testing/test-device.ts';
import { nowMs, type OpenDatabase } from './repository-parts.ts';

const share = 's'.repeat(43);
const right = 'r'.repeat(43);
const wrong = (number: number): string => `w${String(number).padStart(42, '0')}`;

/** What every database must do for what the office keeps of locks. */
export function describeLocks(name: string, open: OpenDatabase): void {
  describe(`locks on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const locks = () => sqlLockStore(opened.database);

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
    });
    afterAll(() => opened.close());

    async function aShare(accountId = 'siti', deviceId: string = uuidv7()) {
      const of = { accountId, deviceId };
      const id = uuidv7();
      await locks().putShare(of, { id, share, proof: right }, nowMs);
      const tryWith = (proof: string, tryId: string = uuidv7()) =>
        locks().tryShare(of, id, { id: tryId, proof }, nowMs);
      return { of, id, tryWith };
    }

    it('keeps a share once, and tells other content under its id apart', async () => {
      const { of, id } = await aShare();
      expect(await locks().putShare(of, { id, share, proof: right }, nowMs)).toBe('replayed');
      expect(await locks().putShare(of, { id, share: 't'.repeat(43), proof: right }, nowMs)).toBe('other-content');
      expect(await locks().putShare(of, { id, share, proof: wrong(1) }, nowMs)).toBe('other-content');
    });

    it('gives nothing of one account or phone to another', async () => {
      const { of, id } = await aShare();
      for (const other of [
        { ...of, accountId: 'budi' },
        { ...of, deviceId: uuidv7() },
      ])
        expect(await locks().tryShare(other, id, { id: uuidv7(), proof: right }, nowMs)).toEqual({ kind: 'missing' });
    });

    it('looks at ten proofs between two right ones, whatever is said twice', { timeout: 60_000 }, async () => {
      const acts = fc.array(fc.constantFrom('wrong', 'right', 'again'), { minLength: 1, maxLength: 25 });
      await fc.assert(
        fc.asyncProperty(acts, async (all) => {
          const { tryWith } = await aShare();
          let failed = 0;
          let last: { readonly id: string; readonly proof: string } | null = null;
          for (const [index, act] of all.entries()) {
            const next: { readonly id: string; readonly proof: string } =
              act === 'again' && last !== null ? last : { id: uuidv7(), proof: act === 'right' ? right : wrong(index) };
            const isReplay = next === last;
            const end = await tryWith(next.proof, next.id);
            if (!isReplay && failed >= mostTries) {
              expect(end).toEqual({ kind: 'closed' });
              continue;
            }
            last = next;
            if (next.proof === right) {
              failed = 0;
              expect(end).toEqual({ kind: 'given', share });
              continue;
            }
            if (!isReplay) failed += 1;
            expect(end).toEqual(
              failed === mostTries ? { kind: 'closed' } : { kind: 'wrong', triesLeft: mostTries - failed },
            );
          }
        }),
        { numRuns: 30 },
      );
    });

    it('looks at ten of thirty that come at once', async () => {
      const { tryWith } = await aShare();
      const ends = await Promise.all(Array.from({ length: 30 }, (_, index) => tryWith(wrong(index))));
      expect(ends.filter(({ kind }) => kind === 'given')).toHaveLength(0);
      expect(await tryWith(right)).toEqual({ kind: 'closed' });
    });

    it('has counted a try before it is looked at', async () => {
      const { of, id } = await aShare();
      let writes = 0;
      const ended: typeof opened.database = {
        ...opened.database,
        write: async (work) => {
          writes += 1;
          if (writes === 2) throw new Error('the server was ended');
          return opened.database.write(work);
        },
      };
      await expect(sqlLockStore(ended).tryShare(of, id, { id: uuidv7(), proof: wrong(1) }, nowMs)).rejects.toThrow(
        'ended',
      );
      expect((await locks().listTried()).find((one) => one.id === id)?.failed).toBe(1);
    });

    it('opens again by the office, and notes what was done without saying what was tried', async () => {
      const { tryWith, id } = await aShare();
      for (let index = 0; index < mostTries; index += 1) await tryWith(wrong(index));
      expect(await tryWith(right)).toEqual({ kind: 'closed' });
      expect(await locks().reopenShare(id, nowMs)).toBe(true);
      expect(await tryWith(right)).toEqual({ kind: 'given', share });
      const rows = await opened.database.all('SELECT about FROM audit_log WHERE subject = $1 ORDER BY seq', [id]);
      const notes = rows.map(({ about }) => about);
      expect(notes.slice(0, 2)).toEqual(['made', 'wrong']);
      expect(notes.slice(-3)).toEqual(['closed', 'reopened by office', 'given']);
    });

    it('forgets the share of a phone that is to be emptied, and of an account that goes', async () => {
      const lost = await aShare();
      const report = { ...aReport(), ...lost.of, sessionId: 'no-session', label: '', secret: null };
      await sqlDeviceStore(opened.database).report(report, nowMs);
      const order = { id: uuidv7(), ...lost.of, action: 'wipe', unsent: 'keep-sealed', by: 'person' } as const;
      await sqlDeviceStore(opened.database).order(order, nowMs);
      expect(await lost.tryWith(right)).toEqual({ kind: 'missing' });
      const gone = await aShare('rahma');
      const stays = await aShare('budi');
      await sqlErasureStore(opened.database).erase('rahma', nowMs);
      expect(await gone.tryWith(right)).toEqual({ kind: 'missing' });
      expect(await stays.tryWith(right)).toEqual({ kind: 'given', share });
    });

    it('carries a request to open a lock to its one answer', async () => {
      const of = { accountId: 'siti', deviceId: uuidv7() };
      const asked = { ...of, id: uuidv7(), lockId: uuidv7(), wrap: '{"a":1}', answerTo: '{"b":2}' };
      expect((await locks().askRecovery(asked, nowMs)).kind).toBe('created');
      expect((await locks().askRecovery(asked, nowMs)).kind).toBe('replayed');
      expect((await locks().askRecovery({ ...asked, wrap: '{}' }, nowMs)).kind).toBe('other-content');
      expect(await locks().answerRecovery(asked.id, '{"c":3}', nowMs)).toBe(true);
      expect(await locks().answerRecovery(asked.id, null, nowMs)).toBe(false);
      expect(await locks().readRecovery(of, asked.id)).toMatchObject({ answer: '{"c":3}', refusedAtMs: null });
      expect(await locks().readRecovery({ ...of, accountId: 'budi' }, asked.id)).toBeUndefined();
      await locks().removeRecovery(of, asked.id, nowMs);
      expect(await locks().listRecoveries()).toEqual([]);
    });
  });
}
