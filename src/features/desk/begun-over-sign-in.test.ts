import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepOverSignIn, takeAfterSignIn } from './begun-over-sign-in.ts';

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

const anyBegun = fc
  .array(fc.tuple(fc.string(), fc.record({ pointers: fc.array(fc.string()), reason: fc.string() })))
  .map((entries) => new Map(entries));

describe('what an official had begun when the session ended', () => {
  it('is there again after the sign-in, once, and lies nowhere then', () => {
    fc.assert(
      fc.property(anyBegun, fc.nat(), fc.nat(30 * 60_000), (begun, atMs, ageMs) => {
        const tab = openTab();
        keepOverSignIn(begun, atMs);
        expect(takeAfterSignIn(atMs + ageMs)).toEqual(begun);
        expect(tab.size).toBe(0);
        expect(takeAfterSignIn(atMs + ageMs)).toEqual(new Map());
      }),
    );
  });

  it('is forgotten after half an hour, and where the clock was set back', () => {
    const begun = new Map([['rina a', { pointers: ['/judul'], reason: 'KANARI' }]]);
    for (const nowMs of [1_800_002, 0]) {
      const tab = openTab();
      keepOverSignIn(begun, 1);
      expect(takeAfterSignIn(nowMs)).toEqual(new Map());
      expect(tab.size).toBe(0);
    }
  });

  it.each([
    'no json',
    '[]',
    '{"atMs":1}',
    '{"atMs":1,"begun":[["a",{"pointers":[1],"reason":"x"}],["a",{}],[1,{"pointers":[],"reason":""}],null]}',
  ])('is nothing where something else lies there: %s', (text) => {
    openTab().set('ajukan.desk-begun', text);
    expect(takeAfterSignIn(2)).toEqual(new Map());
  });

  it('is nothing where the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    keepOverSignIn(new Map([['a', { pointers: [], reason: 'x' }]]), 1);
    expect(takeAfterSignIn(1)).toEqual(new Map());
  });
});
