import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authKeysOf } from './auth-keys.ts';
import { type Chain, judgePresented, settleMs, settlesNow } from './session-rules.ts';
import { openToken, sealToken } from './session-token.ts';

const keys = authKeysOf('only-for-tests-0123456789abcdefghij');

describe('a token', () => {
  const token = fc.record({
    kind: fc.constantFrom('chain' as const, 'access' as const),
    sessionId: fc.uuid(),
    number: fc.nat(),
  });

  it('is the same each time, opens to what was sealed, and not with another key', () => {
    fc.assert(
      fc.property(token, (sealed) => {
        const text = sealToken(keys, sealed);
        expect(sealToken(keys, sealed)).toBe(text);
        expect(openToken(keys, text)).toEqual(sealed);
        expect(openToken(authKeysOf('another-0123456789abcdefghijklmnop'), text)).toBeNull();
      }),
    );
  });

  it('is nothing once a single character of it is another', () => {
    fc.assert(
      fc.property(token, fc.nat(), fc.constantFrom(...'aZ09.-_ \n'), (sealed, at, character) => {
        const text = sealToken(keys, sealed);
        const index = at % text.length;
        const spoilt = text.slice(0, index) + character + text.slice(index + 1);
        expect(spoilt === text ? null : openToken(keys, spoilt)).toBeNull();
      }),
    );
  });
});

/** A client that keeps the last token that reached it, and a server that loses answers. */
function liveThrough(days: readonly { readonly waitMs: number; readonly isLost: boolean }[]): boolean {
  let chain: Chain = { generation: 0, generationAtMs: 0, settledAtMs: null };
  let held = 0;
  let nowMs = 0;
  for (const { waitMs, isLost } of days) {
    nowMs += waitMs;
    const { kind } = judgePresented(chain, held, nowMs);
    if (kind === 'reused') return false;
    if (kind === 'current') chain = { generation: held + 1, generationAtMs: nowMs, settledAtMs: null };
    if (!isLost) held = chain.generation;
  }
  return true;
}

describe('a chain of tokens', () => {
  it('signs nobody out because of answers that got lost, however many and however late they ask again', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ waitMs: fc.nat(1e9), isLost: fc.boolean() }), { maxLength: 60 }), (days) => {
        expect(liveThrough(days)).toBe(true);
      }),
    );
  });

  it('finds out a second holder, whichever of the two comes first, once the other has gone on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: settleMs, max: 1e9 }), (generation, lateMs) => {
        const rolled: Chain = { generation, generationAtMs: 0, settledAtMs: null };
        expect(judgePresented(rolled, generation - 1, lateMs).kind).toBe('answer-lost');
        expect(settlesNow(rolled, lateMs)).toBe(true);
        const settled = { ...rolled, settledAtMs: lateMs };
        expect(judgePresented(settled, generation - 1, lateMs + settleMs).kind).toBe('overtaken');
        expect(judgePresented(settled, generation - 1, lateMs + settleMs + 1).kind).toBe('reused');
        expect(judgePresented(settled, generation, lateMs + settleMs + 1).kind).toBe('current');
      }),
    );
  });

  it('does not forget the token before while the new one may still be lost with a phone that is killed', () => {
    expect(settlesNow({ generation: 1, generationAtMs: 0, settledAtMs: null }, settleMs - 1)).toBe(false);
  });
});
