import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAtPost, type Office, type Post } from '#domain/office/office.ts';
import type { NewApplication } from '#server/stores/application-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import type { QueuePosition, QueueQuery, QueueRow } from '#server/stores/queue-store.ts';
import { indexApplicants } from '#server/stores/sql-applicant.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { keep, type SqlDatabase, type SqlValue } from '#server/stores/sql-database.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { sqlQueueStore } from '#server/stores/sql-queue-store.ts';
import { application, nowMs, type OpenDatabase, paper, wholeQueue } from './repository-parts.ts';
import { bySort, complete, days, fits, names, offices, type Seed, services } from './queue-model.ts';

/** What every database must do for an office's list. */
export function describeQueue(name: string, open: OpenDatabase): void {
  describe(`an office's list on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const database = () => opened.database;
    const applications = () => sqlApplicationStore(database(), '3603');
    const queue = () => sqlQueueStore(database());
    const run = (sql: string, params: readonly SqlValue[] = []) =>
      database().write(async (tx) => keep(await tx.all(sql, params)));
    const seeds: Seed[] = [];

    async function put(seed: Omit<Seed, 'id'>, parts: Partial<NewApplication> = {}): Promise<string> {
      const submission: NewApplication = {
        ...application(),
        office: seed.office,
        serviceId: seed.serviceId,
        applicant: {
          key: 'k',
          name: seed.name,
          words: seed.name?.toLowerCase().split(' ') ?? [],
          nikMac: seed.nikMac,
          area: seed.area,
        },
        ...parts,
      };
      await applications().submit(submission, seed.receivedAtMs);
      await run('UPDATE application SET status = $2, due_on = $3, assignee_id = $4, assignee_name = $4 WHERE id = $1', [
        submission.id,
        seed.status,
        seed.dueOn,
        seed.assigneeId,
      ]);
      return submission.id;
    }
    const plain: Omit<Seed, 'id'> = {
      office: { level: 'desa', area: '36.03.20.2001' },
      serviceId: 'sku',
      status: 'submitted',
      receivedAtMs: nowMs,
      name: null,
      nikMac: null,
      area: '36.03.20.2001',
      dueOn: null,
      assigneeId: null,
    };
    const plainPost = [{ level: 'desa', area: '36.03.20.2001' }] as const;

    beforeAll(async () => {
      opened = await open();
      await migrate(database(), nowMs);
      for (let index = 0; index < 120; index += 1) {
        const pick = <T>(from: readonly T[], salt: number): T => {
          const one = from[(index * 7 + salt * 13 + ((index * salt) % 5)) % from.length];
          if (one === undefined) throw new Error('There is nothing to pick from');
          return one;
        };
        const office = pick(offices, 1);
        const seed = {
          office,
          serviceId: pick(services, 2),
          status: pick(complete, 3),
          receivedAtMs: nowMs + ((index * 31) % 17),
          name: pick(names, 5),
          nikMac: pick(['mac-a', 'mac-b', null], 6),
          area: pick(['36.03.01.2003', '36.03.10.2003', '36.03'], 7),
          dueOn: pick(days, 8),
          assigneeId: pick(['rina', 'budi', null, null], 9),
        };
        seeds.push({ id: await put(seed), ...seed });
      }
    });
    afterAll(() => opened.close());

    /** Page by page, as a screen reads it. */
    async function readAll(query: QueueQuery): Promise<readonly QueueRow[]> {
      const read: QueueRow[] = [];
      for (let after: QueuePosition | null = null; ; ) {
        const page: readonly QueueRow[] = await queue().page({ ...query, after });
        read.push(...page);
        const last = page.at(-1);
        if (page.length < query.limit || last === undefined) return read;
        after =
          query.sort === 'received'
            ? { sort: 'received', key: last.receivedAtMs, id: last.id }
            : { sort: 'due', key: last.dueOn ?? '9999-12-31', id: last.id };
      }
    }

    it('has page by page what the plain rule says, in order, each once, whatever is asked', async () => {
      const post = fc.record<Post>(
        {
          level: fc.constantFrom('desa', 'kecamatan', 'dinas'),
          area: fc.constantFrom('36.03', '36.03.01', '36.03.01.2003', '36.03.10.2003'),
          services: fc.subarray(services, { minLength: 1 }),
        },
        { requiredKeys: ['level', 'area'] },
      );
      const asked = fc.record<QueueQuery>({
        posts: fc.array(post, { minLength: 1, maxLength: 9 }),
        statuses: fc.oneof(fc.constant(complete), fc.subarray(complete, { minLength: 1 })),
        serviceId: fc.constantFrom(null, null, 'sku'),
        area: fc.constantFrom(null, null, '36.03.01', '36.03.10.2003', '36.03'),
        search: fc.constantFrom(
          null,
          null,
          { kind: 'words', words: ['si'] } as const,
          { kind: 'words', words: ['siti', 'am'] } as const,
          { kind: 'nik', mac: 'mac-a' } as const,
        ),
        assignee: fc.constantFrom(null, null, 'none' as const, { accountId: 'rina' }),
        due: fc.constantFrom(
          null,
          null,
          { from: null, until: '2026-11-23' },
          { from: '2026-11-24', until: '2026-11-30' },
        ),
        sort: fc.constantFrom('received', 'due'),
        after: fc.constant(null),
        limit: fc.constantFrom(3, 10, 200),
      });
      await fc.assert(
        fc.asyncProperty(asked, async (query) => {
          const expected = seeds.filter((seed) => fits(seed, query)).toSorted(bySort(query.sort));
          expect((await readAll(query)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        }),
        { numRuns: 120 },
      );
    });

    it('tells of each line what stands on it', async () => {
      const id = await put({ ...plain, name: 'Siti Rahma', dueOn: '2026-11-30', assigneeId: 'rina', serviceId: 'kia' });
      const [row] = await queue().page({ ...wholeQueue, posts: plainPost, serviceId: 'kia' });
      expect(row).toMatchObject({
        id,
        applicantName: 'Siti Rahma',
        office: plain.office,
        dueOn: '2026-11-30',
        assignee: { accountId: 'rina', name: 'rina' },
        isSealed: false,
        hasDuplicates: false,
        submittedBy: null,
      });
    });

    it('finds by number, and counts what the list has', async () => {
      const posts: readonly Post[] = [
        { level: 'desa', area: '36.03.01' },
        { level: 'desa', area: '36.03.01.2003', services: ['sku'] },
        { level: 'dinas', area: '36.03' },
      ];
      const [first] = await queue().page({ ...wholeQueue, posts });
      const numbers = { kind: 'numbers', numbers: [first?.registrationNumber ?? '', 'nobody-has-it'] } as const;
      expect((await queue().page({ ...wholeQueue, posts, search: numbers })).map(({ id }) => id)).toEqual([first?.id]);
      const mine = seeds.filter(({ office, serviceId }) => posts.some((post) => isAtPost(post, office, serviceId)));
      const isOpen = ({ status }: Seed) => !['done', 'rejected', 'withdrawn'].includes(status);
      const isOwed = (seed: Seed) => isOpen(seed) && seed.status !== 'ready';
      const counted = await queue().counts(posts, 'rina', '2026-11-24');
      expect(Object.fromEntries(counted.byStatus)).toEqual(
        Object.fromEntries(complete.map((status) => [status, mine.filter((seed) => seed.status === status).length])),
      );
      expect(counted).toMatchObject({
        late: mine.filter((seed) => isOwed(seed) && seed.dueOn === '2026-11-23').length,
        dueToday: mine.filter((seed) => isOwed(seed) && seed.dueOn === '2026-11-24').length,
        mine: mine.filter((seed) => isOpen(seed) && seed.assigneeId === 'rina').length,
      });
      expect(await queue().counts([], 'rina', '2026-11-24')).toMatchObject({ late: 0, dueToday: 0, mine: 0 });
      expect(await queue().page({ ...wholeQueue, posts: [] })).toEqual([]);
    });

    describe('that may be the same application', () => {
      const village: Office = { level: 'desa', area: '36.03.21.2001' };
      const other: Office = { level: 'desa', area: '36.03.21.2002' };
      const posts = [village] as const;
      const seed = { ...plain, office: village, serviceId: 'surat-domisili' };
      const withPaper = (sha256: string, ownerId: string, parts: Partial<NewApplication> = {}) => {
        const one = { ...paper(), sha256 };
        return { documents: [one], ownerId, ...parts };
      };
      const because = async (id: string, of: readonly Post[] = posts) =>
        (await queue().duplicates(id, of)).map((found) => [found.id, found.because]);
      const isMarked = async (id: string, of: readonly Post[] = posts) =>
        (await queue().page({ ...wholeQueue, posts: of })).find((row) => row.id === id)?.hasDuplicates;

      it('is one of the same person for the same service, and never one of another office (C33)', async () => {
        const first = await put({ ...seed, nikMac: 'same' });
        const second = await put({ ...seed, nikMac: 'same' });
        const elsewhere = await put({ ...seed, nikMac: 'same', office: other });
        const otherService = await put({ ...seed, nikMac: 'same', serviceId: 'sku' });
        expect(await because(first)).toEqual([[second, 'nik']]);
        expect(await isMarked(first)).toBe(true);
        expect(await isMarked(otherService)).toBe(false);
        expect(await because(first, [village, other])).toEqual(
          expect.arrayContaining([
            [second, 'nik'],
            [elsewhere, 'nik'],
          ]),
        );
        expect(await isMarked(elsewhere, [other])).toBe(false);
      });

      it('is one with the same paper for the same service or of another account, and no photo used twice by one', async () => {
        const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
        const first = await put({ ...seed, serviceId: 'a' }, withPaper(one, 'siti'));
        const again = await put({ ...seed, serviceId: 'b' }, withPaper(one, 'siti'));
        expect(await because(first)).toEqual([]);
        expect(await isMarked(again)).toBe(false);
        const stranger = await put({ ...seed, serviceId: 'c' }, withPaper(one, 'budi'));
        expect(await because(first)).toEqual([[stranger, 'paper']]);
        expect(await isMarked(stranger)).toBe(true);
        const sealed = { ...paper(), sha256: '3'.repeat(64), sealed: true as const };
        const opened = { ...sealed, opened: { sizeBytes: 9, sha256: two } };
        const plainOne = await put({ ...seed, serviceId: 'd' }, withPaper(two, 'rina'));
        const sealedOne = await put({ ...seed, serviceId: 'd' }, { documents: [opened], ownerId: 'rina' });
        expect(await because(plainOne)).toEqual([[sealedOne, 'paper']]);
      });

      it('is none that was withdrawn, or is half a year older', async () => {
        const first = await put({ ...seed, nikMac: 'old' });
        await put({ ...seed, nikMac: 'old', status: 'withdrawn' });
        await put({ ...seed, nikMac: 'old', receivedAtMs: nowMs - 181 * 24 * 60 * 60 * 1000 });
        expect(await because(first)).toEqual([]);
        expect(await isMarked(first)).toBe(false);
      });
    });

    it('indexes what stands there now, also where it was repaired while others were read', async () => {
      const id = await put(plain);
      await run('UPDATE application SET applicant_key = NULL WHERE id = $1', [id]);
      const racing: SqlDatabase = {
        ...database(),
        all: async (sql, params) => {
          const rows = await database().all(sql, params);
          await run('UPDATE application SET data = $2 WHERE id = $1', [id, '{"nama":"Baru"}']);
          return rows;
        },
      };
      const seen: unknown[] = [];
      const entry = { key: 'k', name: null, words: [], nikMac: null, area: '36.03' };
      await indexApplicants(racing, 'k', ({ data }) => {
        seen.push(data);
        return entry;
      });
      expect(seen).toEqual([{ nama: 'Baru' }]);
    });

    it('finds what an earlier release took in once it is indexed, and no word of what was erased', async () => {
      const id = await put(plain, { ownerId: 'wati', documents: [paper()] });
      await run('UPDATE application SET applicant_key = NULL WHERE id = $1', [id]);
      const entry = { key: 'k', name: 'Wati', words: ['wati'], nikMac: 'w', area: '36.03' };
      expect(await indexApplicants(database(), 'k', () => entry)).toBe(1);
      expect(await indexApplicants(database(), 'k', () => entry)).toBe(0);
      const search = { kind: 'words', words: ['wat'] } as const;
      expect(await queue().page({ ...wholeQueue, posts: plainPost, search })).toMatchObject([{ id }]);
      await run(`UPDATE application SET status = 'incomplete' WHERE id = $1`, [id]);
      await sqlErasureStore(database()).erase('wati', nowMs);
      expect(await database().all('SELECT word FROM applicant_word WHERE application_id = $1', [id])).toEqual([]);
    });
  });
}
