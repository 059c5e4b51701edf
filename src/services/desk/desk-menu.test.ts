import { describe, expect, it } from 'vitest';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskAnswer } from '#domain/desk/desk-trouble.ts';
import { createDeskMenu } from './desk-menu.ts';
import type { DeskOffice } from './desk-ports.ts';

const offline = { kind: 'offline' } as const;
const ok = <T>(value: T): DeskAnswer<T> => ({ kind: 'ok', value });
const refused = (status: number, problem: string | null = null): DeskAnswer<never> => ({
  kind: 'refused',
  status,
  problem,
  detail: null,
});

const seen: DeskCase = {
  id: 'a',
  registrationNumber: '3603-2026-000001',
  serviceId: 'sktm',
  schemaVersion: 2,
  status: 'submitted',
  version: 1,
  receivedAtMs: 0,
  updatedAtMs: 0,
  data: {},
  papers: [],
  reason: null,
  fields: [],
  history: [],
  office: null,
  due: null,
  results: [],
  assignee: null,
  duplicates: [],
  onBehalf: null,
  isSealed: false,
  etag: '"1.0"',
};

/** A desk whose office and clock are the test's. */
function desk(parts: Partial<DeskOffice> = {}) {
  const said: string[] = [];
  const world = { who: 'rina', nowMs: 0, decide: ok<null>(null), sleepers: [] as (() => void)[] };
  const office: DeskOffice = {
    official: () => Promise.resolve(ok({ accountId: world.who, name: 'Rina', roles: ['verifikator'], posts: [] })),
    page: () => Promise.resolve(ok({ lines: [], next: null })),
    counts: () => Promise.resolve(ok({ byStatus: {}, late: 0, dueToday: 0, mine: 0 })),
    item: () => Promise.resolve(ok({ ...seen, status: 'under_review' as const, version: 2 })),
    reveal: () => Promise.resolve(offline),
    paper: () => Promise.resolve(offline),
    decide: (_application, decisionId) => {
      said.push(decisionId);
      return Promise.resolve(world.decide);
    },
    assign: () => Promise.resolve(ok(null)),
    putResult: () => Promise.resolve(offline),
    offset: () => Promise.resolve(offline),
    append: () => Promise.resolve(offline),
    ...parts,
  };
  let next = 0;
  const menu = createDeskMenu({
    office,
    openPdf: () => Promise.resolve({ kind: 'unreadable' }),
    digest: () => Promise.resolve('sha'),
    nowMs: () => world.nowMs,
    newId: () => `id-${String((next += 1))}`,
    sleep: () =>
      new Promise((resolve) => {
        world.sleepers.push(resolve);
      }),
    chance: () => 0,
  });
  return { menu, world, said };
}

/** Until what is going on has come to rest. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a short loss of signal', () => {
  it('leaves what was read readable, says how old it is, and forgets it after a quarter of an hour', async () => {
    const answers: DeskAnswer<DeskCase>[] = [ok(seen), offline, offline];
    const { menu, world } = desk({ item: () => Promise.resolve(answers.shift() ?? offline) });
    expect(await menu.item('a')).toMatchObject({ kind: 'read', isOld: false });
    world.nowMs = 10 * 60_000;
    expect(await menu.item('a')).toMatchObject({ kind: 'read', readAtMs: 0, isOld: true, value: { id: 'a' } });
    expect(await menu.item('b')).toEqual(offline);
    world.nowMs = 16 * 60_000;
    expect(await menu.item('a')).toEqual(offline);
  });

  it('what is gone at the office is not shown from memory', async () => {
    const answers: DeskAnswer<DeskCase>[] = [ok(seen), { kind: 'gone' }, offline];
    const { menu } = desk({ item: () => Promise.resolve(answers.shift() ?? offline) });
    await menu.item('a');
    expect(await menu.item('a')).toEqual({ kind: 'gone' });
    expect(await menu.item('a')).toEqual(offline);
  });

  it('a session that has ended takes what was read with it', async () => {
    const answers: DeskAnswer<DeskCase>[] = [ok(seen), offline];
    const { menu } = desk({
      item: () => Promise.resolve(answers.shift() ?? offline),
      counts: () => Promise.resolve({ kind: 'signed-out' }),
    });
    await menu.item('a');
    expect(await menu.counts()).toEqual({ kind: 'signed-out' });
    expect(await menu.item('a')).toEqual(offline);
  });
});

describe('a decision', () => {
  it('is answered with the case as it is then', async () => {
    const { menu } = desk();
    expect(await menu.decide(seen, { action: 'review' })).toMatchObject({
      kind: 'decided',
      fresh: { status: 'under_review' },
    });
    expect(menu.waiting().getSnapshot()).toEqual([]);
  });

  it.each([
    [refused(412), 'changed-since'],
    [refused(409, 'assigned-elsewhere'), 'taken'],
    [refused(409, 'transition-not-allowed'), 'not-possible'],
  ])('%j shows what is there instead', async (answer, kind) => {
    const { menu, world } = desk();
    world.decide = answer;
    expect(await menu.decide(seen, { action: 'review' })).toMatchObject({ kind, fresh: { version: 2 } });
  });

  it('made without signal is said again by the same id until it is answered, and once only', async () => {
    const { menu, world, said } = desk();
    world.decide = offline;
    expect(await menu.decide(seen, { action: 'review' })).toEqual({ kind: 'waiting', decisionId: 'id-1' });
    expect(await menu.decide(seen, { action: 'review' })).toEqual({ kind: 'waiting', decisionId: 'id-1' });
    menu.sayAgain();
    await settled();
    expect(menu.waiting().getSnapshot()).toMatchObject([{ decisionId: 'id-1', ended: null }]);
    menu.seen('id-1');
    expect(menu.waiting().getSnapshot()).toHaveLength(1);
    world.decide = ok(null);
    world.sleepers.at(-1)?.();
    await settled();
    expect(said).toEqual(['id-1', 'id-1', 'id-1']);
    expect(menu.waiting().getSnapshot()).toMatchObject([
      { applicationId: 'a', registrationNumber: '3603-2026-000001', ended: { kind: 'decided' } },
    ]);
    menu.seen('id-1');
    expect(menu.waiting().getSnapshot()).toEqual([]);
  });

  it('that waits is never said under another name, and is gone with its official', async () => {
    const { menu, world, said } = desk();
    await menu.official();
    world.decide = offline;
    await menu.decide(seen, { action: 'review' });
    world.who = 'budi';
    world.decide = ok(null);
    menu.sayAgain();
    await settled();
    expect(said).toEqual(['id-1']);
    expect(menu.waiting().getSnapshot()).toEqual([]);
  });

  it('that waited when the page was left is said by its id of then, and only for the same official', async () => {
    const { menu, world } = desk();
    world.decide = offline;
    await menu.official();
    await menu.decide(seen, { action: 'review' });
    const left = menu.waiting().getSnapshot();
    for (const [who, saidThen] of [
      ['rina', ['id-1']],
      ['budi', []],
    ] as const) {
      const next = desk();
      next.world.who = who;
      next.menu.resume('rina', left);
      next.menu.resume('rina', left);
      await settled();
      expect(next.said).toEqual(saidThen);
    }
  });
});

describe('taking an application', () => {
  it.each([
    [ok(null), { kind: 'assigned', fresh: { version: 2 } }],
    [refused(409, 'assigned-elsewhere'), { kind: 'taken', fresh: { version: 2 } }],
    [refused(409, 'transition-not-allowed'), { kind: 'not-possible' }],
    [refused(412), { kind: 'changed-since' }],
    [offline, offline],
  ])('%j is a value', async (answer, expected) => {
    const { menu } = desk({ assign: () => Promise.resolve(answer) });
    expect(await menu.assign(seen, 'me')).toMatchObject(expected);
  });
});

describe('a result', () => {
  const file = new Blob([new Uint8Array(600 * 1024)]);
  const result = { kind: 'file', id: 'r', title: 'Surat', file } as const;
  const ticket = (state: 'expected' | 'clean' | 'rejected', offsetBytes = 0, detail: string | null = null) =>
    ok({ state, uploadUrl: state === 'expected' ? '/u' : null, offsetBytes, detail });

  it('goes in pieces, on from where the office is, and is given once the office has looked through it', async () => {
    const tickets = [ticket('expected', 100), ticket('clean')];
    const from: number[] = [];
    const progress: number[] = [];
    const { menu } = desk({
      putResult: () => Promise.resolve(tickets.shift() ?? offline),
      append: (_url, offsetBytes, piece) => {
        from.push(offsetBytes);
        return Promise.resolve(ok(offsetBytes + piece.byteLength));
      },
    });
    expect(await menu.giveResult(seen, result, (sent) => progress.push(sent))).toMatchObject({ kind: 'given' });
    expect(from).toEqual([100, 100 + 512 * 1024]);
    expect(progress.at(-1)).toBe(file.size);
  });

  it('a lost place is asked for, and a cut is a value', async () => {
    const appends: DeskAnswer<number>[] = [refused(409, 'offset-conflict'), offline];
    const { menu } = desk({
      putResult: () => Promise.resolve(ticket('expected')),
      offset: () => Promise.resolve(ok(50)),
      append: () => Promise.resolve(appends.shift() ?? offline),
    });
    expect(await menu.giveResult(seen, result)).toEqual(offline);
    expect(appends).toEqual([]);
  });

  it('that the office will not have says so in its words', async () => {
    const tickets = [ticket('expected'), ticket('rejected', 0, 'Berkas rusak.')];
    const { menu } = desk({
      putResult: () => Promise.resolve(tickets.shift() ?? offline),
      append: () => Promise.resolve(refused(422)),
    });
    expect(await menu.giveResult(seen, result)).toEqual({ kind: 'refused', detail: 'Berkas rusak.' });
  });

  it.each([
    [refused(412, 'changed-since'), 'changed-since'],
    [refused(409, 'assigned-elsewhere'), 'taken'],
    [refused(409, 'number-taken'), 'number-taken'],
    [refused(409, 'transition-not-allowed'), 'not-possible'],
  ] as const)('is for what was looked at: %j is a value', async (answer, kind) => {
    const etags: string[] = [];
    const { menu } = desk({
      putResult: (_application, _result, _words, etag) => {
        etags.push(etag);
        return Promise.resolve(answer);
      },
    });
    expect(await menu.giveResult(seen, result)).toEqual({ kind });
    expect(etags).toEqual([seen.etag]);
  });

  it('a counter where it waits needs no bytes', async () => {
    const { menu } = desk({ putResult: () => Promise.resolve(ticket('clean')) });
    const pickup = { place: 'Loket 1', from: '2026-12-01', until: null, bring: 'KTP asli' };
    expect(await menu.giveResult(seen, { kind: 'pickup', id: 'r', title: 'Surat', pickup })).toMatchObject({
      kind: 'given',
    });
  });
});

describe('whole numbers', () => {
  const numbers = new Map([['/nik', '9903010101900001']]);

  it('are asked for each time anew, and not for another person who has signed in meanwhile', async () => {
    let asked = 0;
    const { menu, world } = desk({
      reveal: () => {
        asked += 1;
        return Promise.resolve(asked === 2 ? offline : ok({ version: 1, numbers }));
      },
    });
    await menu.official();
    expect(await menu.reveal('a')).toEqual({ kind: 'revealed', value: { version: 1, numbers } });
    expect(await menu.reveal('a')).toEqual(offline);
    world.who = 'budi';
    expect(await menu.reveal('a')).toEqual({ kind: 'signed-out' });
    expect(asked).toBe(2);
  });

  it('that the office refuses are a value', async () => {
    const { menu } = desk({ reveal: () => Promise.resolve(refused(409)) });
    expect(await menu.reveal('a')).toEqual({ kind: 'other-version' });
  });
});

it('a paper whose term is over says so', async () => {
  const { menu } = desk({ paper: () => Promise.resolve(refused(410)) });
  expect(await menu.paper('d')).toEqual({ kind: 'expired' });
});
