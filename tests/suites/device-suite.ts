import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceReport } from '#server/stores/device-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlDeviceStore } from '#server/stores/sql-device-store.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { sqlSessionStore } from '#server/stores/sql-session-store.ts';
import { sqlTicketStore } from '#server/stores/sql-ticket-store.ts';
import { verifyAudit } from '#server/stores/verify-audit.ts';
import { noCounts } from '#server/testing/test-device.ts';
import { application, nowMs, type OpenDatabase, paper } from './repository-parts.ts';

function reportOf(more: Partial<DeviceReport> = {}): DeviceReport {
  return {
    deviceId: uuidv7(),
    accountId: 'siti',
    sessionId: 'no-session',
    secret: null,
    label: 'Chrome, Android',
    appVersion: '0.1.0',
    lock: 'none',
    lastSequence: 0,
    held: [],
    voids: [],
    counts: noCounts,
    readable: [],
    ...more,
  };
}

const only = (number: number) => ({ from: number, to: number });

/** What every database must do for phones that report and phones that are lost. */
export function describeDevices(name: string, open: OpenDatabase): void {
  describe(`phones on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const devices = () => sqlDeviceStore(opened.database);
    const applications = () => sqlApplicationStore(opened.database, '3603');
    const sessions = () => sqlSessionStore(opened.database);

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
    });
    afterAll(() => opened.close());

    async function handIn(deviceId: string, sequence: number, more: Partial<ReturnType<typeof application>> = {}) {
      const made = { ...application(), device: { id: deviceId, sequence }, ...more };
      await applications().submit(made, nowMs);
      return made;
    }

    it('are spoken for by their secret alone, from the first one on', async () => {
      const report = reportOf({ secret: 'a'.repeat(64), lastSequence: 2, held: [only(1), only(2)] });
      const { deviceId } = report;
      expect(await devices().report(report, nowMs)).toMatchObject({ missing: [] });
      for (const secret of ['b'.repeat(64), null]) {
        const stranger = { ...report, accountId: 'stranger', secret, lastSequence: 9, held: [] };
        expect(await devices().report(stranger, nowMs)).toBe('another-phone');
      }
      expect((await devices().list(deviceId)).map(({ accountId }) => accountId)).toEqual(['siti']);
      const order = {
        id: uuidv7(),
        deviceId,
        accountId: 'siti',
        action: 'wipe',
        unsent: 'delete',
        by: 'person',
      } as const;
      await devices().order(order, nowMs);
      for (const secret of ['b'.repeat(64), null])
        expect(await devices().receive({ ...order, secret }, '{}', nowMs)).toBe(false);
      expect(await devices().openOrders(deviceId)).toHaveLength(1);
      expect(await devices().receive({ ...order, secret: report.secret }, '{}', nowMs)).toBe(true);
      // Another account on the same phone has the same secret.
      expect(await devices().report({ ...report, accountId: 'budi' }, nowMs)).toMatchObject({ missing: [] });
    });

    it('that reported before they had a secret are not taken over by who has never reported from them', async () => {
      const old = reportOf();
      await devices().report(old, nowMs);
      await devices().report({ ...old, accountId: 'stranger', secret: 'c'.repeat(64) }, nowMs);
      await devices().report({ ...old, secret: 'd'.repeat(64) }, nowMs);
      expect(await devices().report({ ...old, accountId: 'stranger', secret: 'c'.repeat(64) }, nowMs)).toBe(
        'another-phone',
      );
      expect(await devices().report({ ...old, secret: 'd'.repeat(64) }, nowMs)).toMatchObject({ missing: [] });
    });

    it('count the numbers of every account on them together', async () => {
      const report = reportOf({ lastSequence: 6, held: [only(6)] });
      await handIn(report.deviceId, 1);
      await handIn(report.deviceId, 3);
      expect(await devices().report(report, nowMs)).toEqual({
        missing: [only(2), { from: 4, to: 5 }],
        duplicated: [],
        lost: [],
      });
      const lost = { ...report, accountId: 'budi', voids: [{ ...only(2), reason: 'lost' } as const] };
      expect(await devices().report(lost, nowMs + 5)).toEqual({
        missing: [{ from: 4, to: 5 }],
        duplicated: [],
        lost: [only(2)],
      });
      expect(await devices().sequenceOf(report.deviceId)).toMatchObject({ missing: [{ from: 4, to: 5 }] });
      const known = await devices().list(report.deviceId);
      expect(known.map(({ accountId, firstSeenAtMs }) => [accountId, firstSeenAtMs])).toEqual([
        ['budi', nowMs + 5],
        ['siti', nowMs],
      ]);
    });

    it('are not asked for the number of what was erased at its person’s wish', async () => {
      const report = reportOf({ lastSequence: 1 });
      const made = await handIn(report.deviceId, 1, { documents: [paper()] });
      await sqlErasureStore(opened.database).erase(made.ownerId, nowMs);
      expect(await devices().report(report, nowMs)).toMatchObject({ missing: [] });
    });

    it('keep the latest of an account, and what it holds comes back as it was', async () => {
      const report = reportOf({
        counts: { ...noCounts, drafts: 2 },
        readable: [{ id: uuidv7(), serviceId: 'sku', state: 'draft' }],
        lock: 'pin',
      });
      await devices().report(report, nowMs);
      await devices().report({ ...report, lock: 'passkey' }, nowMs + 1000);
      const { voids: _voids, sessionId: _session, secret: _secret, ...kept } = report;
      expect(await devices().list(report.deviceId)).toEqual([
        { ...kept, lock: 'passkey', firstSeenAtMs: nowMs, lastSeenAtMs: nowMs + 1000 },
      ]);
    });

    it('lose their sessions when they are signed out: of one account, or of everybody by the office', async () => {
      const deviceId = uuidv7();
      const ids = { siti: uuidv7(), budi: uuidv7(), elsewhere: uuidv7() };
      for (const [who, id] of Object.entries(ids)) {
        const accountId = who === 'elsewhere' ? 'siti' : who;
        await sessions().add({ id, accountId, device: '', expiresAtMs: nowMs + 9_000_000 }, nowMs);
        if (who !== 'elsewhere') await devices().report(reportOf({ deviceId, accountId, sessionId: id }), nowMs);
      }
      const left = async () => {
        const found = await Promise.all(Object.values(ids).map((id) => sessions().find(id, nowMs)));
        return found.map((session) => session !== undefined);
      };
      const order = { id: uuidv7(), deviceId, action: 'wipe', unsent: 'keep-sealed', by: 'person' } as const;
      expect(await devices().order({ ...order, accountId: 'siti' }, nowMs)).toMatchObject({ kind: 'created' });
      expect(await left()).toEqual([false, true, true]);
      const all = { ...order, id: uuidv7(), accountId: null, by: 'office' } as const;
      expect(await devices().order(all, nowMs + 1)).toMatchObject({ kind: 'created' });
      expect(await left()).toEqual([false, false, true]);
      expect((await devices().openOrders(deviceId)).map(({ id }) => id)).toEqual([order.id, all.id]);
      const told = { ...order, secret: null };
      expect(await devices().receive(told, '{"first":1}', nowMs)).toBe(true);
      expect(await devices().receive(told, '{"second":2}', nowMs)).toBe(true);
      expect(await devices().receive({ ...told, deviceId: uuidv7() }, '{}', nowMs)).toBe(false);
      expect((await devices().ordersOf(deviceId)).map(({ receipt }) => receipt)).toEqual(['{"first":1}', null]);
      expect((await verifyAudit(opened.database)).faults).toEqual([]);
    });

    it('lose what they hand in by too, and a session that began since the last report; none is given to one that has ended', async () => {
      const deviceId = uuidv7();
      const [before, since, never] = [uuidv7(), uuidv7(), uuidv7()];
      for (const id of [before, since, never])
        await sessions().add({ id, accountId: 'siti', device: '', expiresAtMs: nowMs + 9_000_000 }, nowMs);
      const tickets = sqlTicketStore(opened.database);
      const ask = (sessionId: string, phone: string) =>
        tickets.put(
          { id: uuidv7(), accountId: 'siti', deviceId: phone, sessionId, label: '', expiresAtMs: nowMs + 9_000_000 },
          nowMs,
        );
      await devices().report(reportOf({ deviceId, sessionId: before }), nowMs);
      const ticket = await ask(since, deviceId);
      expect((await sessions().find(since, nowMs))?.deviceId).toBe(deviceId);
      // What has never reported can't be ordered anything, and is not shown as if it could.
      expect(await ask(never, uuidv7())).toBeDefined();
      expect((await sessions().find(never, nowMs))?.deviceId).toBeNull();
      const order = { id: uuidv7(), deviceId, accountId: 'siti', action: 'sign-out', unsent: 'keep-sealed' } as const;
      expect(await devices().order({ ...order, by: 'person' }, nowMs)).toMatchObject({ kind: 'created' });
      const left = await Promise.all([before, since, never].map((id) => sessions().find(id, nowMs)));
      expect(left.map((session) => session?.id)).toEqual([undefined, undefined, never]);
      expect(await tickets.find(ticket?.id ?? '', nowMs)).toBeUndefined();
      // Asked for by a request that was under way.
      expect(await ask(since, deviceId)).toBeUndefined();
      expect((await tickets.list('siti', nowMs)).map(({ sessionId }) => sessionId)).toEqual([never]);
    });

    it('that nobody has reported from are ordered nothing', async () => {
      const order = { id: uuidv7(), deviceId: uuidv7(), action: 'wipe', unsent: 'delete' } as const;
      expect(await devices().order({ ...order, accountId: null, by: 'office' }, nowMs)).toEqual({
        kind: 'unknown-device',
      });
    });
  });
}
