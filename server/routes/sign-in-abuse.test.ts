/** What somebody with bad intentions tries, and what they get; the clock is a toy. R21, R22, R29, F86, F87. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokenResponse } from '#contract/identity-schemas.ts';
import { codeSignIn, cookieOf, problemOf, wrongCode } from '../testing/code-sign-in.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

const victim = '+6281299990001';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const from = (address: string) => ({ 'X-Forwarded-For': address });
const numberOf = (index: number) => `+628129${String(index).padStart(7, '0')}`;

let app: TestApp;
let hands: ReturnType<typeof codeSignIn>;
const open = async (codesPerDay?: number) => {
  app = await openTestApp(codesPerDay === undefined ? {} : { codesPerDay });
  hands = codeSignIn(app);
};
beforeEach(() => open());
afterEach(() => app.close());

describe('guessing a code', () => {
  it('is over after five tries, also for the right one, and each try counts before its answer (F87)', async () => {
    const { requestId, code } = await hands.asked(victim);
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => hands.enter(victim, requestId, wrongCode(code, turn + 1))),
    );
    const problems = await Promise.all(guesses.map(problemOf));
    expect(problems.filter((problem) => problem === 'wrong-code')).toHaveLength(5);
    expect(problems.filter((problem) => problem === 'code-spent')).toHaveLength(55);
    expect(await problemOf(await hands.enter(victim, requestId, code))).toBe('code-spent');
  });

  it('has ten minutes, and one request, one number and one purpose', async () => {
    const { requestId, code } = await hands.asked(victim);
    const elsewhere = await hands.asked('+6281299990002');
    expect(await problemOf(await hands.enter('+6281299990002', requestId, code))).toBe('wrong-code');
    expect(await problemOf(await hands.enter(victim, elsewhere.requestId, code))).toBe('wrong-code');
    expect(await problemOf(await hands.enter(victim, 'tidak-pernah-ada', code))).toBe('code-expired');
    const other = await hands.asked('+6281299990003', {}, { purpose: 'change-number' });
    expect(await problemOf(await hands.enter('+6281299990003', other.requestId, other.code))).toBe('wrong-code');
    app.advanceMs(10 * minuteMs);
    expect(await problemOf(await hands.enter(victim, requestId, code))).toBe('code-expired');
  });

  it('makes one session of many right codes at once, and none after a minute', async () => {
    const { requestId, code } = await hands.asked(victim);
    const entered = await Promise.all(Array.from({ length: 20 }, () => hands.enter(victim, requestId, code)));
    expect(new Set(entered.map(cookieOf)).size).toBe(1);
    app.advanceMs(minuteMs + 1);
    expect(await problemOf(await hands.enter(victim, requestId, code))).toBe('code-expired');
  });

  it('of a day has fifty tries at one number, of a million', async () => {
    let tries = 0;
    for (const endMs = app.nowMs() + 24 * hourMs; app.nowMs() < endMs; app.advanceMs(minuteMs)) {
      const answer = await hands.ask(victim, from('203.0.113.7'));
      if (answer.status !== 202) continue;
      const requestId = await hands.ticketOf(answer);
      const code = app.gateway.codeOf(victim);
      for (let turn = 1; turn <= 6; turn += 1) {
        if ((await problemOf(await hands.enter(victim, requestId, wrongCode(code, turn)))) === 'wrong-code') tries += 1;
      }
    }
    expect(tries).toBe(50);
  });
});

describe('having many messages sent', () => {
  const tried = async (requests: readonly (() => Promise<Response>)[]) => {
    const answers = await Promise.all(requests.map((request) => request()));
    const refused = answers.filter(({ status }) => status === 429);
    for (const answer of refused) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    return { sent: answers.filter(({ status }) => status === 202).length, refused: refused.length };
  };

  it('ends at one in a minute for a number, from however many addresses, also all at once', async () => {
    const requests = Array.from({ length: 50 }, (_, index) => () => hands.ask(victim, from(`203.0.113.${index}`)));
    expect(await tried(requests)).toEqual({ sent: 1, refused: 49 });
  });

  it('ends at 60 in an hour for an address and at 10 for a device, and nobody else is kept out', async () => {
    const requests = Array.from({ length: 80 }, (_, index) => () => hands.ask(numberOf(index), from('203.0.113.7')));
    expect(await tried(requests)).toEqual({ sent: 60, refused: 20 });
    expect((await hands.ask(numberOf(900), from('203.0.113.8'))).status).toBe(202);
    const device = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
    const ofOne = Array.from(
      { length: 15 },
      (_, index) => () => hands.ask(numberOf(1000 + index), from(`198.51.100.${index}`), { device }),
    );
    expect(await tried(ofOne)).toEqual({ sent: 10, refused: 5 });
    app.advanceMs(hourMs);
    expect((await hands.ask(numberOf(901), from('203.0.113.7'))).status).toBe(202);
  });

  it('ends at the budget of the day, of which the operator is told at 80 and 100 percent (F87)', async () => {
    await app.close();
    await open(10);
    const requests = Array.from(
      { length: 12 },
      (_, index) => () => hands.ask(numberOf(index), from(`203.0.113.${index}`)),
    );
    expect(await tried(requests)).toEqual({ sent: 10, refused: 2 });
    const told = app.log.filter(({ level }) => level === 'warn');
    expect(told.map(({ event, facts }) => [event, facts['percent'] ?? null])).toEqual([
      ['codes: budget of the day', 80],
      ['codes: budget of the day', 100],
      ['codes refused: the daily budget is used up', null],
      ['codes refused: the daily budget is used up', null],
    ]);
    app.advanceMs(24 * hourMs);
    expect((await hands.ask(numberOf(1))).status).toBe(202);
  });

  it('writes neither a code nor a number nor a token into the log, nor a code or a number into the database', async () => {
    const { requestId, code } = await hands.asked(victim);
    const tokens = TokenResponse.parse(await (await hands.enter(victim, requestId, code, {})).json());
    const { code: unused } = await hands.asked('+6281299990077');
    const log = JSON.stringify(app.log);
    for (const secret of [code, victim, victim.slice(3), tokens.access_token, tokens.refresh_token])
      expect(log).not.toContain(secret);
    const stored = JSON.stringify(await app.rows('one_time_code'));
    for (const secret of [unused, '81299990077']) expect(stored.includes(`"${secret}`)).toBe(false);
    expect(JSON.stringify(await app.rows('session'))).not.toContain(tokens.refresh_token);
  });
});

describe('asking who has an account', () => {
  /** Pairs in a lot, and lots at most: what tells a number tells it in every lot, what else this machine does spoils one. */
  const lotSize = 200;
  const mostLots = 5;

  it('gives the same answer, and takes the same time: the medians of a lot of two hundred (F86)', {
    timeout: 240_000,
  }, async () => {
    await app.close();
    await open(100_000);
    const known = Array.from({ length: 50 }, (_, index) => numberOf(index));
    for (const phone of known) await hands.signedIn(phone, { 'Sec-Fetch-Site': 'same-origin' });
    app.advanceMs(25 * hourMs);
    const shapes = new Set<string>();
    const timed = async (phone: string, address: number): Promise<number> => {
      const startedMs = performance.now();
      const answer = await hands.ask(phone, from(`198.51.100.${address}`));
      const body: unknown = await answer.json();
      const ms = performance.now() - startedMs;
      const headers = [...answer.headers.keys()].toSorted().join();
      shapes.add(`${answer.status} ${headers} ${JSON.stringify(body).replace(/"requestId":"[^"]+"/, '')}`);
      return ms;
    };
    const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[lotSize / 2] ?? 0;
    const apartInLot = async (lot: number): Promise<number> => {
      const times = { known: new Array<number>(), unknown: new Array<number>() };
      for (let round = lot * lotSize; round < (lot + 1) * lotSize; round += 1) {
        // A new minute for each pair, so that a cap says nothing.
        if (round % 10 === 0) app.advanceMs(25 * hourMs);
        for (const who of round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const))
          times[who].push(await timed(numberOf(who === 'known' ? round % 50 : 10_000 + round), round % 200));
      }
      return Math.abs(median(times.known) / median(times.unknown) - 1);
    };
    const apart: number[] = [];
    while (apart.length < mostLots && !apart.some((difference) => difference < 0.1))
      apart.push(await apartInLot(apart.length));
    expect([...shapes]).toHaveLength(1);
    expect(Math.min(...apart)).toBeLessThan(0.1);
  });
});
