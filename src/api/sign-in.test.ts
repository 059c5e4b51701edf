import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpClient, Silence } from './http-client.ts';
import { createSignInGate } from './sign-in.ts';

const phone = '+6281299990001';
const asked = { requestId: 'r', phone, expiresAtMs: 600_000, resendAtMs: 60_000 };
const silence: Silence = { kind: 'silence' };
const nowMs = () => 1_000_000;

function answer(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  const mediaType = status >= 400 ? 'application/problem+json' : body === undefined ? '' : 'application/json';
  return { kind: 'answer', status, mediaType, body, header: (name) => headers[name] ?? null };
}
const problem = (status: number, kind: string, headers?: Readonly<Record<string, string>>) =>
  answer(status, { type: `urn:ajukan:problem:${kind}`, title: 'x', status }, headers);
const page: HttpAnswer = { kind: 'answer', status: 200, mediaType: 'text/html', body: undefined, header: () => null };
const me = (own = phone, name = '') => answer(200, { accountId: 'a', name, roles: ['pemohon'], phone: own });
const letIn = answer(200, { token_type: 'Cookie', expires_in: 1 });

/** An office that gives these answers, in turn. */
function office(...answers: readonly (HttpAnswer | Silence)[]) {
  const requests: string[] = [];
  const http: HttpClient = {
    send({ method, target, body }) {
      requests.push(`${method} ${target} ${typeof body === 'string' ? body : ''}`.trim());
      return Promise.resolve(answers[requests.length - 1] ?? silence);
    },
  };
  let isUnheard = false;
  const unheard = {
    read: () => isUnheard,
    keep(next: boolean) {
      isUnheard = next;
    },
  };
  return { gate: createSignInGate(http, nowMs, unheard), requests };
}

describe('a sign-out that the office did not hear', () => {
  const gone = answer(204);
  it('lets nobody in by the cookie that is left, and is told as soon as the office can be reached (C10)', async () => {
    const { gate, requests } = office(silence, silence, gone, problem(401, 'sign-in-needed'));
    await gate.signOut();
    expect(await gate.whoAmI()).toEqual({ kind: 'no-connection' });
    expect(await gate.whoAmI()).toEqual({ kind: 'sign-in-needed' });
    expect(requests).toEqual([...Array(3).fill('DELETE /v1/me/sessions/current'), 'GET /v1/me']);
  });

  it('makes no right code of an expired one', async () => {
    const { gate } = office(silence, problem(400, 'code-expired'), me());
    await gate.signOut();
    expect(await gate.enter(asked, '123456')).toEqual({ kind: 'expired' });
  });

  it('is forgotten once somebody has come in by a code of their own', async () => {
    const { gate, requests } = office(silence, letIn, me(), me());
    await gate.signOut();
    expect(await gate.enter(asked, '123456')).toMatchObject({ kind: 'signed-in' });
    expect(await gate.whoAmI()).toMatchObject({ kind: 'signed-in' });
    expect(requests).toHaveLength(4);
  });
});

describe('asking for a code', () => {
  it('says which phone asks, and until when the code holds by this clock', async () => {
    const { gate, requests } = office(answer(202, { requestId: 'r', expiresIn: 600, resendIn: 60 }));
    expect(await gate.askCode(phone, 'sign-in', 'd')).toEqual({
      kind: 'sent',
      asked: { requestId: 'r', phone, expiresAtMs: 1_600_000, resendAtMs: 1_060_000 },
    });
    expect(requests).toEqual([`POST /v1/auth/otp {"phone":"${phone}","purpose":"sign-in","device":"d"}`]);
  });

  it.each([
    [problem(502, 'code-not-sent'), { kind: 'not-sent' }],
    [problem(422, 'invalid-request'), { kind: 'not-a-number' }],
    [problem(429, 'too-many-requests', { 'retry-after': '90' }), { kind: 'too-often', retryAfterMs: 90_000 }],
    [problem(429, 'too-many-requests', { 'retry-after': '80000' }), { kind: 'too-often', retryAfterMs: 80_000_000 }],
    [problem(503, 'unavailable', { 'retry-after': '90' }), { kind: 'busy', retryAfterMs: 90_000 }],
    [problem(502, 'something-else'), { kind: 'no-connection' }],
    [answer(202, { requestId: 1 }), { kind: 'no-connection' }],
    [page, { kind: 'no-connection' }],
    [silence, { kind: 'no-connection' }],
  ])('says what came of it: %j', async (given, result) => {
    expect(await office(given).gate.askCode(phone, 'sign-in', null)).toEqual(result);
  });
});

describe('entering a code', () => {
  it('asks who that is; who has no name goes by the number', async () => {
    expect(await office(letIn, me()).gate.enter(asked, '123456')).toEqual({
      kind: 'signed-in',
      account: { accountId: 'a', name: '0812-9999-0001', roles: ['pemohon'] },
    });
    expect(await office(letIn, me(phone, 'KANARI')).gate.enter(asked, '123456')).toMatchObject({
      account: { name: 'KANARI' },
    });
  });

  it('is in when a code was used by this very phone, whose answer was lost, and not by somebody else', async () => {
    const used = problem(400, 'code-expired');
    expect(await office(used, me()).gate.enter(asked, '123456')).toMatchObject({ kind: 'signed-in' });
    expect(await office(used, me('+6281299990002')).gate.enter(asked, '123456')).toEqual({ kind: 'expired' });
    expect(await office(used, problem(401, 'sign-in-needed')).gate.enter(asked, '1')).toEqual({ kind: 'expired' });
  });

  it.each([
    [[problem(400, 'wrong-code')], { kind: 'wrong' }],
    [[problem(400, 'code-spent')], { kind: 'spent' }],
    [[problem(429, 'too-many-requests', { 'retry-after': '60' })], { kind: 'too-often', retryAfterMs: 60_000 }],
    [[silence], { kind: 'no-connection' }],
    [[page], { kind: 'no-connection' }],
    [[letIn, silence], { kind: 'no-connection' }],
  ])('says what came of it: %j', async (given, result) => {
    expect(await office(...given).gate.enter(asked, '123456')).toEqual(result);
  });
});

describe('the account at the office', () => {
  const session = { id: 's', device: 'Chrome', current: true, isNew: false, lastSeenAt: '2026-11-26T10:00:00Z' };

  it('is a number and where it is open', async () => {
    expect(await office(me(), answer(200, { items: [session] })).gate.profile()).toEqual({
      kind: 'read',
      accountId: 'a',
      phone,
      sessions: [
        {
          id: 's',
          device: 'Chrome',
          deviceId: null,
          current: true,
          isNew: false,
          sendsOnly: false,
          lastSeenAtMs: Date.parse('2026-11-26T10:00:00Z'),
        },
      ],
      lost: [],
    });
    const orderedAt = '2026-11-25T10:00:00Z';
    const lost = [
      { deviceId: 'p', device: 'Chrome', orderedAt },
      { deviceId: 'q', device: '', orderedAt, doneAt: orderedAt },
      {},
    ];
    expect(await office(me(), answer(200, { items: [session], lost })).gate.profile()).toMatchObject({
      lost: [
        { deviceId: 'p', device: 'Chrome', orderedAtMs: Date.parse(orderedAt), doneAtMs: null },
        { deviceId: 'q', device: '', doneAtMs: Date.parse(orderedAt) },
      ],
    });
    expect(await office(me(), answer(200, { items: [{}] })).gate.profile()).toEqual({ kind: 'no-connection' });
    expect(await office(problem(401, 'sign-in-needed')).gate.profile()).toEqual({ kind: 'sign-in-needed' });
  });

  it('ends a session once, also when that was done already', async () => {
    for (const gone of [answer(204), problem(404, 'not-found')])
      expect(await office(gone).gate.endSession('s/1')).toEqual({ kind: 'ended' });
    expect(await office(silence).gate.endOtherSessions()).toEqual({ kind: 'no-connection' });
  });

  it.each([
    [me(), { kind: 'changed', account: { accountId: 'a', name: '0812-9999-0001', roles: ['pemohon'] } }],
    [problem(403, 'proof-needed'), { kind: 'proof-needed' }],
    [problem(409, 'number-in-use'), { kind: 'number-in-use' }],
    [problem(400, 'wrong-code'), { kind: 'wrong' }],
    [problem(401, 'sign-in-needed'), { kind: 'sign-in-needed' }],
    [silence, { kind: 'no-connection' }],
  ])('changes its number, or says why not: %j', async (given, result) => {
    const { gate, requests } = office(given);
    expect(await gate.changeNumber({ asked, code: '1' }, { asked, code: '2' })).toEqual(result);
    expect(requests).toEqual([
      `PUT /v1/me/phone {"phone":"${phone}","proof":{"requestId":"r","code":"1"},"oldProof":{"requestId":"r","code":"2"}}`,
    ]);
  });
});
