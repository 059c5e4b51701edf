import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { usualTerms } from '#server/retention/retention-terms.ts';
import { overBefore, sweepRetention, type SweepPorts } from '#server/retention/sweep-retention.ts';
import { migrate } from '#server/stores/migrate.ts';
import type { RetentionKind } from '#server/stores/retention-store.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlAuditLog } from '#server/stores/sql-audit-log.ts';
import { sqlChangeFeed } from '#server/stores/sql-change-feed.ts';
import { keep, type SqlValue } from '#server/stores/sql-database.ts';
import { sqlDocumentStore } from '#server/stores/sql-document-store.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { sqlRetentionStore } from '#server/stores/sql-retention-store.ts';
import { sqlSessionStore } from '#server/stores/sql-session-store.ts';
import { verifyAudit } from '#server/stores/verify-audit.ts';
import { fileUploadStore } from '#server/uploads/file-upload-store.ts';
import { processUploadLock } from '#server/uploads/process-upload-lock.ts';
import { announced, application, nowMs, type OpenDatabase, paper } from './repository-parts.ts';

const dayMs = 24 * 60 * 60 * 1000;
const onDay = (day: number) => nowMs + day * dayMs + 1;

/** What every database, with the files beside it, must do about what is over. */
export function describeRetention(name: string, open: OpenDatabase): void {
  describe(`what is over on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    let folder: string;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    const documents = () => sqlDocumentStore(database());
    const retention = () => sqlRetentionStore(database());
    const uploads = () => fileUploadStore(folder);
    const run = (sql: string, params: readonly SqlValue[] = []) =>
      database().write(async (tx) => keep(await tx.all(sql, params)));
    const portsAt = (atMs: number): SweepPorts => ({
      retention: retention(),
      erasures: sqlErasureStore(database()),
      uploads: uploads(),
      uploadLock: processUploadLock(),
      nowMs: () => atMs,
    });
    const sweep = (atMs: number) => sweepRetention(portsAt(atMs), usualTerms, new AbortController().signal);
    const notes = async (about: string) =>
      (await database().all(`SELECT subject FROM audit_log WHERE event = 'retention' AND about = $1`, [about])).map(
        ({ subject }) => subject,
      );

    beforeAll(async () => {
      opened = await open();
      folder = mkdtempSync(join(tmpdir(), 'ajukan-retention-'));
      await migrate(database(), nowMs);
    });
    beforeEach(async () => {
      for (const table of ['application', 'document', 'decision', 'change', 'session', 'one_time_code', 'account'])
        await run(`DELETE FROM ${table}`);
      for (const table of ['erased_application', 'erased_file', 'erasure_request', 'retention_hold'])
        await run(`DELETE FROM ${table}`);
    });
    afterAll(async () => {
      await opened.close();
      rmSync(folder, { recursive: true });
    });

    const write = async (key: string) => {
      const bytes = (async function* () {
        yield Buffer.from('KANARI');
      })();
      await uploads().append(key, bytes, 6, { signal: new AbortController().signal, onProgress: () => undefined });
    };
    const filesThere = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();

    /** An application with one paper, that has come as far as `status` on day 0. */
    async function given(status: string) {
      const ktp = paper();
      const one = application([ktp]);
      await applications().submit(one, nowMs);
      const upload = announced(one.id, one.ownerId, ktp);
      await documents().announce(upload, nowMs);
      await write(upload.uploadKey);
      if (status !== 'incomplete') {
        await write(`${upload.uploadKey}-pixels`);
        await uploads().clear(upload.uploadKey);
        await documents().markVerified(ktp.id, 6, nowMs);
        await run('UPDATE application SET status = $2 WHERE id = $1', [one.id, status]);
        await run(
          `INSERT INTO decision (id, application_id, officer_id, action, reason, fields, body_hash, version, at)
            VALUES ($1, $2, 'petugas', 'finish', NULL, '[]', 'x', 2, $3)`,
          [one.id, one.id, nowMs],
        );
      }
      return { id: one.id, ownerId: one.ownerId, ktp, upload };
    }

    /** Everything that is there, by table: nothing hides. */
    async function listing() {
      const count = async (table: string) =>
        Number((await database().all(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);
      const tables = ['application', 'document', 'decision', 'change', 'account', 'session', 'one_time_code'];
      const rest = ['erased_application', 'erasure_request', 'erased_file'];
      const counts: Record<string, number> = {};
      for (const table of [...tables, ...rest]) counts[table] = await count(table);
      return { ...counts, files: filesThere().length };
    }

    it('goes on its day and not before, from the database and from the files; what is worked on stays', async () => {
      const finished = await given('done');
      const running = await given('under_review');
      await given('incomplete');
      const ahead = announced(application().id, 'siti', paper('kk'));
      await documents().announce(ahead, nowMs);
      await write(ahead.uploadKey);
      await sqlSessionStore(database()).add(
        { id: 'sesi', accountId: 'siti', device: '', expiresAtMs: nowMs + 30 * dayMs },
        nowMs,
      );
      await run(
        `INSERT INTO one_time_code (id, number_mac, address_mac, device_mac, code_mac, created_at, expires_at, tries)
          VALUES ('k', 'n', 'a', 'd', 'c', $1, $1, 0)`,
        [nowMs],
      );
      for (const [id, phone] of [
        ['tidak-dipakai', '+6281200000088'],
        [running.ownerId, '+6281200000089'],
      ] as const)
        await run(
          `INSERT INTO account (id, phone, name, roles, origin, created_at) VALUES ($1, $2, '', 'pemohon', 'phone', $3)`,
          [id, phone, nowMs],
        );
      await run(`INSERT INTO erased_application (id, owner_id, at) VALUES ('lama', 'siti', $1)`, [nowMs]);
      await run(
        `INSERT INTO erasure_request (account_id, requested_at, due_at, erased, kept, done_at) VALUES ('siti', $1, $1, 1, 0, $1)`,
        [nowMs],
      );
      const atFirst = {
        application: 3,
        document: 4,
        decision: 2,
        change: 5,
        account: 2,
        session: 1,
        one_time_code: 1,
        erased_application: 1,
        erasure_request: 1,
        erased_file: 0,
        files: 4,
      };
      expect(await sweep(nowMs + dayMs - 1)).toEqual({});
      expect(await listing()).toEqual(atFirst);
      expect(await sweep(onDay(1))).toEqual({ codes: 1 });
      expect(await sweep(onDay(30))).toEqual({ sessions: 1 });
      expect(await sweep(onDay(180) - 2)).toEqual({});
      expect(await sweep(onDay(180))).toEqual({ unfinished: 1, uploads: 1, files: 2 });
      expect(filesThere()).toEqual([finished, running].map(({ upload }) => `${upload.uploadKey}-pixels`).sort());
      expect(await sweep(onDay(365))).toMatchObject({ papers: 1, files: 1 });
      expect(filesThere()).toEqual([`${running.upload.uploadKey}-pixels`]);
      expect(await documents().find(finished.ktp.id)).toMatchObject({ verified: true, expired: true });
      expect(await applications().find(finished.id)).toMatchObject({ status: 'done' });
      expect(await sweep(onDay(730))).toEqual({ accounts: 1 });
      expect(await sweep(onDay(1825))).toMatchObject({ applications: 1, tombstones: 1, erasures: 1 });
      expect(await listing()).toEqual({
        // The last news of all marks the end of the feed, and stays.
        ...{ application: 1, document: 1, decision: 1, change: 2, account: 1, session: 0, one_time_code: 0 },
        ...{ erased_application: 1, erasure_request: 0, erased_file: 0, files: 1 },
      });
      expect(await sweep(onDay(9000))).toEqual({ tombstones: 1, audit: expect.any(Number) });
      expect(await applications().find(running.id)).toMatchObject({ status: 'under_review' });
      expect(filesThere()).toEqual([`${running.upload.uploadKey}-pixels`]);
    });

    it('does not come back: its id is taken no more, and what never was complete may begin anew', async () => {
      const finished = await given('rejected');
      const half = await given('incomplete');
      await sweep(onDay(1825));
      const again = { ...application([], finished.ownerId), id: finished.id };
      expect(await applications().submit(again, onDay(1826))).toEqual({ kind: 'erased' });
      const begun = { ...application([], half.ownerId), id: half.id };
      expect(await applications().submit(begun, onDay(1826))).toMatchObject({ kind: 'created' });
    });

    it('goes once, and is noted once, however many servers take it away at the same time', async () => {
      const given20 = [];
      for (let index = 0; index < 20; index += 1) given20.push(await given('incomplete'));
      const before = overBefore(usualTerms, 'unfinished', onDay(181)) ?? 0;
      const noted = (await notes('unfinished')).length;
      const counts = await Promise.all([1, 2, 3].map(() => retention().removeSome('unfinished', before, onDay(181))));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
      expect((await notes('unfinished')).length - noted).toBe(20);
    });

    it('goes on where a crash or a full stop has left it: names of files wait until the bytes are gone', async () => {
      const one = await given('done');
      const before = overBefore(usualTerms, 'papers', onDay(366)) ?? 0;
      expect(await retention().removeSome('papers', before, onDay(366))).toBe(1);
      expect(filesThere()).toContain(`${one.upload.uploadKey}-pixels`);
      const stuck = {
        ...portsAt(onDay(366)),
        uploads: { ...uploads(), clear: () => Promise.reject(new Error('disk')) },
      };
      expect(await sweepRetention(stuck, usualTerms, new AbortController().signal)).not.toHaveProperty('files');
      expect((await sweep(onDay(366))).files).toBe(1);
      expect(filesThere()).not.toContain(`${one.upload.uploadKey}-pixels`);
      expect(await sweep(onDay(366))).toEqual({});
    });

    it('is left alone when it is aborted, and while somebody holds it for a dispute', async () => {
      const one = await given('done');
      const [row] = await database().all('SELECT registration_number FROM application WHERE id = $1', [one.id]);
      expect(await retention().hold(String(row?.['registration_number']), true, nowMs)).toBe(true);
      expect(await retention().hold('tidak-ada', true, nowMs)).toBe(false);
      expect(await sweep(onDay(4000))).not.toHaveProperty('applications');
      expect((await retention().due('papers', onDay(4000))).count).toBe(0);
      expect(await retention().hold(one.id, false, nowMs)).toBe(true);
      expect(await sweepRetention(portsAt(onDay(4000)), usualTerms, AbortSignal.abort())).not.toHaveProperty('files');
      expect((await retention().due('applications', onDay(4000))).ids).toEqual([one.id]);
      expect(await notes('held')).toContain(one.id);
      expect(await notes('let go')).toContain(one.id);
      expect(await sweep(onDay(4000))).toMatchObject({ papers: 1, applications: 1 });
    });

    it('leaves every cursor of the feed where it is', async () => {
      const one = await given('done');
      const feed = sqlChangeFeed(database());
      const read = await feed.read(one.ownerId, null, 10);
      const cursor = read.kind === 'page' ? read.next : null;
      await sweep(onDay(4000));
      expect(await feed.read(one.ownerId, cursor, 10)).toMatchObject({ kind: 'page', items: [] });
    });

    it('is of the audit log its oldest part only, and what is left is still whole', async () => {
      const audit = sqlAuditLog(database());
      const note = { event: 'export' as const, actor: 'petugas', subject: null, about: null };
      const from = (await audit.head()).seq;
      for (const day of [10_000, 10_001, 12_000]) await audit.append(note, onDay(day));
      const witness = await audit.head();
      await sweep(onDay(11_000));
      expect((await verifyAudit(database(), witness)).base.seq).toBe(from);
      expect((await sweep(onDay(12_000))).audit).toBe(2);
      const verdict = await verifyAudit(database(), witness);
      expect([verdict.faults, verdict.base.seq]).toEqual([[], from + 2]);
      const old = await verifyAudit(database(), { seq: from, hash: '0'.repeat(64) });
      expect(old.faults).toEqual([`entry ${from}, which was noted, is older than what is kept: note a later head`]);
      await run('UPDATE audit_base SET seq = seq + 1000');
      await expect(run('DELETE FROM audit_log')).rejects.toThrow(/only appended to/);
      await run('UPDATE audit_base SET seq = seq - 1000');
    });

    it('is counted and named without taking anything away', async () => {
      const one = await given('incomplete');
      const kinds: readonly RetentionKind[] = ['papers', 'applications', 'unfinished', 'uploads', 'changes', 'audit'];
      for (const kind of kinds) {
        const { count, ids } = await retention().due(kind, onDay(0));
        expect([kind, count, ids.includes(one.id)]).toEqual([
          kind,
          kind === 'unfinished' ? 1 : 0,
          kind === 'unfinished',
        ]);
      }
      expect(await applications().find(one.id)).toBeDefined();
    });
  });
}
