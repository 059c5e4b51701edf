import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetAlarm, dayMs, judgeCodeRequest, type RecentCodes } from './code-rules.ts';

const none: RecentCodes = { number: [], address: [], device: [], total: 0, oldestMs: null };
const hourMs = 3_600_000;

describe('how often a code may be asked for', () => {
  it('is never more than 5 in an hour and 10 in a day for one number, whenever it is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { maxLength: 300 }), (waits) => {
        const issued: number[] = [];
        let nowMs = 0;
        for (const waitMs of waits) {
          nowMs += waitMs;
          const since = nowMs - dayMs;
          const recent = { ...none, number: issued.filter((atMs) => atMs > since) };
          if (judgeCodeRequest(recent, 1000, nowMs) === null) issued.push(nowMs);
        }
        for (const atMs of issued) {
          const within = (ms: number) => issued.filter((other) => other > atMs - ms && other <= atMs).length;
          expect([within(60_000), within(hourMs) <= 5, within(dayMs) <= 10]).toEqual([1, true, true]);
        }
      }),
    );
  });

  it('is allowed again exactly when it said so', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(dayMs), { minLength: 1, maxLength: 20 }), (moments) => {
        const recent = { ...none, number: moments.toSorted((a, b) => a - b) };
        const refusal = judgeCodeRequest(recent, 1000, dayMs);
        if (refusal === null) return;
        const later = dayMs + refusal.retryAfterMs;
        expect(judgeCodeRequest(recent, 1000, later)).toBeNull();
        expect(judgeCodeRequest(recent, 1000, later - 1)).not.toBeNull();
      }),
    );
  });

  it('ends for everybody with the budget of the day, and the operator hears of it before', () => {
    expect(judgeCodeRequest({ ...none, total: 10, oldestMs: 5 }, 10, 1000)).toEqual({
      limit: 'budget',
      retryAfterMs: dayMs - 995,
    });
    expect([0, 6, 7, 8, 9, 10].map((before) => budgetAlarm(before, 10))).toEqual([null, null, 80, null, 100, null]);
  });
});
