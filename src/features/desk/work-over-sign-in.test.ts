import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepOverSignIn, takeAfterSignIn, type Work } from './work-over-sign-in.ts';

/** The storage of one tab. */
function openTab(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}
afterEach(() => vi.unstubAllGlobals());

const text = fc.string();
const anyResult = fc.record({
  id: text,
  form: fc.record({ kind: text, title: text, number: text, place: text, from: text, until: text, bring: text }),
  fileName: fc.option(text),
});
const anyWork: fc.Arbitrary<Work> = fc.record({
  accountId: text,
  begun: fc
    .array(fc.tuple(text, fc.record({ pointers: fc.array(text), reason: text, result: fc.option(anyResult) })))
    .map((entries) => new Map(entries)),
  waiting: fc.array(
    fc.record({
      decisionId: text,
      applicationId: text,
      registrationNumber: text,
      decision: fc.record({ action: fc.constant('review' as const), reason: text }),
      madeAtMs: fc.nat(),
      etag: text,
      ended: fc.constant(null),
    }),
  ),
  list: fc.option(fc.record({ address: fc.constantFrom('/meja', '/meja?urut=due'), search: fc.option(text) })),
});
const nobodys: Work = { accountId: 'rina', begun: new Map(), waiting: [], list: null };

describe('what an official had begun when the session ended', () => {
  it('is there again after the sign-in, once, and lies nowhere then', () => {
    fc.assert(
      fc.property(anyWork, fc.nat(), fc.nat(30 * 60_000), (work, atMs, ageMs) => {
        const tab = openTab();
        keepOverSignIn(work, atMs);
        expect(takeAfterSignIn(atMs + ageMs)).toEqual(work);
        expect(tab.size).toBe(0);
        expect(takeAfterSignIn(atMs + ageMs)).toBeNull();
      }),
    );
  });

  it('is forgotten after half an hour, and where the clock was set back', () => {
    const begun = new Map([['rina a', { pointers: ['/judul'], reason: 'KANARI' }]]);
    for (const nowMs of [1_800_002, 0]) {
      const tab = openTab();
      keepOverSignIn({ ...nobodys, begun }, 1);
      expect(takeAfterSignIn(nowMs)).toBeNull();
      expect(tab.size).toBe(0);
    }
  });

  it.each(['no json', '[]', '{"atMs":1}', '{"atMs":1,"accountId":"rina","begun":[],"waiting":null}'])(
    'is nothing where something else lies there: %s',
    (other) => {
      openTab().set('ajukan.desk-work', other);
      expect(takeAfterSignIn(2)).toBeNull();
    },
  );

  it('leaves out the parts that this version does not know', () => {
    const begun = [['a', { pointers: [1], reason: 'x' }], ['a', {}], [1, { pointers: [], reason: '' }], null];
    const results = [{ id: 1 }, { id: 'r', form: { title: 1 } }].map((result) => [
      'a',
      { pointers: [], reason: '', result },
    ]);
    const waiting = [null, { decisionId: 'd', decision: {}, ended: null }];
    const kept = { atMs: 1, accountId: 'rina', begun: [...begun, ...results], waiting, list: { address: '/akun' } };
    openTab().set('ajukan.desk-work', JSON.stringify(kept));
    expect(takeAfterSignIn(1)).toEqual(nobodys);
  });

  it('is nothing where the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    keepOverSignIn(nobodys, 1);
    expect(takeAfterSignIn(1)).toBeNull();
  });
});
