import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SessionList, TokenResponse } from '#contract/identity-schemas.ts';
import { Me } from '#contract/schemas.ts';
import { codeSignIn, cookieOf, fromApp, problemOf, wrongCode } from '../testing/code-sign-in.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

const phone = '+6281299990001';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let app: TestApp;
let hands: ReturnType<typeof codeSignIn>;
beforeEach(async () => {
  app = await openTestApp();
  hands = codeSignIn(app);
});
afterEach(() => app.close());

describe('signing in by number and code', () => {
  it('makes an account at the first sign-in, and finds it again however the number is written', async () => {
    const first = await hands.me(await hands.signedIn(phone));
    const { accountId, ...rest } = Me.parse(first.body);
    expect(rest).toEqual({ name: '', roles: ['pemohon'], posts: [], phone });
    app.advanceMs(2 * minuteMs);
    const { requestId } = await hands.asked('0812-9999-0001');
    const again = await hands.enter(' 0812 9999 0001', requestId, app.gateway.codeOf(phone));
    expect(Me.parse((await hands.me(cookieOf(again))).body).accountId).toBe(accountId);
  });

  it('sends six digits to the number, with a last line that only this site can read', async () => {
    await hands.asked('0812 9999 0001');
    expect(app.gateway.messages).toEqual([
      {
        kind: 'code',
        id: expect.any(String),
        phone,
        code: expect.stringMatching(/^\d{6}$/),
        text: expect.stringMatching(/^Kode Ajukan Anda: (\d{6})\. .+\n\n@localhost #\1$/),
      },
    ]);
  });

  it('refuses what is no mobile number, and says at which field', async () => {
    for (const one of ['021-5551234', '0812', 'KANARI', '+14155550100']) {
      const answer = await hands.ask(one);
      expect([answer.status, await answer.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [{ pointer: '/phone', code: 'notPhone' }] }),
      ]);
    }
  });

  it('takes the same code once more when the answer was lost, for one session, and not once that is in use', async () => {
    const { requestId, code } = await hands.asked(phone);
    const first = await hands.enter(phone, requestId, code);
    const repeated = await hands.enter(phone, requestId, code);
    expect(cookieOf(repeated)).toBe(cookieOf(first));
    expect((await hands.me(cookieOf(repeated))).status).toBe(200);
    expect(await problemOf(await hands.enter(phone, requestId, code))).toBe('code-expired');
  });

  it('says that nothing was sent when the gateway takes nothing over', async () => {
    app.gateway.broken = true;
    const answer = await hands.ask(phone);
    expect([answer.status, await problemOf(answer), answer.headers.get('retry-after')]).toEqual([
      502,
      'code-not-sent',
      '60',
    ]);
    expect(app.log.filter(({ level }) => level === 'warn').map(({ event }) => event)).toEqual([
      'code not sent: the gateway did not take it',
    ]);
  });

  it('lets nobody who works for an office in by a code: that number is a citizen like any other', async () => {
    const me = Me.parse((await hands.me(await hands.signedIn('+6281200000009'))).body);
    expect([me.roles, me.accountId === 'petugas']).toEqual([['pemohon'], false]);
  });
});

describe('the cookie of a browser', () => {
  it('is changed once a day, and a lost answer or a phone that was killed costs nothing', async () => {
    const first = await hands.signedIn(phone);
    app.advanceMs(dayMs);
    const second = (await hands.me(first)).cookie;
    expect(second).toMatch(/^sid=chain\.[^.]+\.1\./);
    // The answer was lost: the next one brings the same cookie.
    app.advanceMs(30 * minuteMs);
    expect(await hands.me(first)).toMatchObject({ status: 200, cookie: second });
    // Used, and killed before the cookie was on the disk.
    app.advanceMs(minuteMs / 2);
    expect((await hands.me(second)).status).toBe(200);
    app.advanceMs(dayMs);
    expect((await hands.me(second)).cookie).toMatch(/^sid=chain\.[^.]+\.2\./);
  });

  it('ends the session when a replaced one turns up later, and tells the operator', async () => {
    const stolen = await hands.signedIn(phone);
    app.advanceMs(dayMs);
    const own = (await hands.me(stolen)).cookie;
    app.advanceMs(2 * minuteMs);
    expect((await hands.me(own)).status).toBe(200);
    expect((await hands.me(stolen)).status).toBe(200);
    app.advanceMs(2 * minuteMs);
    expect((await hands.me(stolen)).status).toBe(401);
    expect((await hands.me(own)).status).toBe(401);
    expect(app.log.map(({ event }) => event)).toContain('session ended: a replaced token was used again');
  });
});

describe('a refresh token', () => {
  const refresh = async (refresh_token: string) => {
    const answer = await app.send(null, 'POST', '/v1/auth/token', {
      json: { grant_type: 'refresh_token', refresh_token },
    });
    return answer.status === 200 ? (TokenResponse.parse(await answer.json()).refresh_token ?? '') : answer.status;
  };
  const tokensOf = async () => {
    const { requestId, code } = await hands.asked(phone);
    return TokenResponse.parse(await (await hands.enter(phone, requestId, code, {})).json());
  };

  it('gives the same successor until that is used, and ends the session when it comes back after that', async () => {
    const { refresh_token: first = '' } = await tokensOf();
    const second = await refresh(first);
    app.advanceMs(dayMs);
    expect(await refresh(first)).toBe(second);
    const third = await refresh(String(second));
    expect(third).not.toBe(second);
    expect(await refresh(first)).toBe(400);
    expect(await refresh(String(third))).toBe(400);
  });

  it('is worth nothing after signing out, and neither is the access token', async () => {
    const { access_token, refresh_token = '' } = await tokensOf();
    const bearer = { Authorization: `Bearer ${access_token}` };
    expect((await app.send(null, 'GET', '/v1/me', { headers: bearer })).status).toBe(200);
    await app.send(null, 'POST', '/v1/auth/revoke', { json: { token: refresh_token } });
    expect((await app.send(null, 'GET', '/v1/me', { headers: bearer })).status).toBe(401);
    expect(await refresh(refresh_token)).toBe(400);
  });
});

describe('where somebody is signed in', () => {
  const android = { ...fromApp, 'User-Agent': 'Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile Safari/537.36' };
  const sessionsOf = async (cookie: string) =>
    SessionList.parse(await (await app.send(null, 'GET', '/v1/me/sessions', { headers: { Cookie: cookie } })).json())
      .items;

  it('is a list that marks what came later, and of which one or all others can be ended', async () => {
    const old = await hands.signedIn(phone);
    app.advanceMs(2 * minuteMs);
    const other = await hands.signedIn(phone, android);
    app.advanceMs(2 * minuteMs);
    await hands.signedIn(phone);
    const seen = await sessionsOf(old);
    expect(seen.map(({ device, current, isNew }) => [device, current, isNew])).toEqual([
      ['', false, true],
      ['Chrome, Android', false, true],
      ['', true, false],
    ]);
    const id = seen[1]?.id ?? '';
    const headers = { Cookie: old, ...fromApp };
    expect((await app.send(null, 'DELETE', `/v1/me/sessions/${id}`, { headers })).status).toBe(204);
    expect((await hands.me(other)).status).toBe(401);
    expect((await app.send(null, 'DELETE', '/v1/me/sessions', { headers })).status).toBe(204);
    expect((await sessionsOf(old)).map(({ current }) => current)).toEqual([true]);
    app.advanceMs(8 * dayMs);
    expect((await sessionsOf(old))[0]?.isNew).toBe(false);
  });
});

describe('changing the number', () => {
  const newPhone = '+6281299990002';
  const purpose = { purpose: 'change-number' };
  const change = async (cookie: string, json: object) =>
    app.send(null, 'PUT', '/v1/me/phone', { json, headers: { Cookie: cookie, ...fromApp } });

  it('takes a code of the new number right after signing in, tells the old one, and keeps the account', async () => {
    const cookie = await hands.signedIn(phone);
    const before = Me.parse((await hands.me(cookie)).body);
    const proof = await hands.asked(newPhone, {}, purpose);
    const answer = await change(cookie, { phone: '0812-9999-0002', proof });
    expect([answer.status, Me.parse(await answer.json())]).toEqual([200, { ...before, phone: newPhone }]);
    expect(app.gateway.messages.at(-1)).toMatchObject({ kind: 'number-changed', phone });
    expect((await change(cookie, { phone: newPhone, proof })).status).toBe(200);
    app.advanceMs(2 * minuteMs);
    const again = Me.parse((await hands.me(await hands.signedIn(newPhone))).body);
    expect(again.accountId).toBe(before.accountId);
    expect(Me.parse((await hands.me(await hands.signedIn(phone))).body).accountId).not.toBe(before.accountId);
  });

  it('asks for a code of the old number later, and lets a wrong one be mended without asking for both again', async () => {
    const cookie = await hands.signedIn(phone);
    app.advanceMs(11 * minuteMs);
    const proof = await hands.asked(newPhone, {}, purpose);
    const wrong = { ...proof, code: wrongCode(proof.code) };
    expect(await problemOf(await change(cookie, { phone: newPhone, proof: wrong }))).toBe('wrong-code');
    expect(await problemOf(await change(cookie, { phone: newPhone, proof }))).toBe('proof-needed');
    app.advanceMs(2 * minuteMs);
    const oldProof = await hands.asked(phone, {}, purpose);
    expect(await problemOf(await change(cookie, { phone: newPhone, proof: wrong, oldProof }))).toBe('wrong-code');
    expect((await change(cookie, { phone: newPhone, proof, oldProof })).status).toBe(200);
  });

  it('takes no code that was meant for signing in, and no number that somebody has', async () => {
    const cookie = await hands.signedIn(phone);
    const signInProof = await hands.asked(newPhone);
    expect(await problemOf(await change(cookie, { phone: newPhone, proof: signInProof }))).toBe('wrong-code');
    const taken = '+6281200000002';
    const proof = await hands.asked(taken, {}, purpose);
    expect(await problemOf(await change(cookie, { phone: taken, proof }))).toBe('number-in-use');
    expect(await problemOf(await hands.enter(taken, proof.requestId, proof.code))).toBe('code-expired');
  });
});
