import { afterEach, describe, expect, it } from 'vitest';
import { Me, Problem } from '#contract/schemas.ts';
import { TokenResponse } from '#contract/identity-schemas.ts';
import { testAccounts } from '../testing/test-accounts.ts';
import { openTestApp, type TestApp, type TestAppSettings } from '../testing/test-app.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
afterEach(() => app.close());
const open = async (settings: TestAppSettings = {}) => {
  app = await openTestApp(settings);
};

const grant_type = 'urn:ajukan:params:oauth:grant-type:demo';
const signIn = (login: string, code: string, headers: Readonly<Record<string, string>> = {}) =>
  app.send(null, 'POST', '/v1/auth/token', { json: { grant_type, login, code }, headers });
/** As the app does it: a browser says where its request comes from. */
const enter = (login: string, code: string, headers: Readonly<Record<string, string>> = {}) =>
  signIn(login, code, { 'Sec-Fetch-Site': 'same-origin', ...headers });
const { login, code } = testAccounts.siti;
const tokenOf = async (answer: Response) => TokenResponse.parse(await answer.json()).access_token;
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('signing in', () => {
  it('gives a browser a cookie that scripts and other sites never see, and no token', async () => {
    await open();
    const answer = await enter(login, code);
    expect([answer.status, await answer.json()]).toEqual([200, { token_type: 'Cookie', expires_in: 2_592_000 }]);
    const cookie = cookieOf(answer);
    expect(cookie).toMatch(/^sid=chain\.[\w-]{36}\.0\.[\w-]{43}$/);
    expect(answer.headers.get('set-cookie')).toBe(`${cookie}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Strict`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const me = await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookie } });
    expect(Me.parse(await me.json())).toEqual({
      accountId: 'siti',
      name: 'KANARI Siti',
      roles: ['pemohon'],
      posts: [],
      phone: '+6281200000001',
    });
  });

  it('gives another client tokens and no cookie, and none of them is good for the other way', async () => {
    await open();
    const answer = await signIn(login, code);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { access_token, refresh_token = '', expires_in } = TokenResponse.parse(await answer.json());
    expect(expires_in).toBe(600);
    const asks = async (headers: Readonly<Record<string, string>>) =>
      (await app.send(null, 'GET', '/v1/me', { headers })).status;
    expect(await asks({ Authorization: `Bearer ${access_token}` })).toBe(200);
    expect(await asks({ Authorization: `Bearer ${refresh_token}` })).toBe(401);
    expect(await asks({ Cookie: `sid=${access_token}` })).toBe(401);
    app.advanceMs(600_000);
    expect(await asks({ Authorization: `Bearer ${access_token}` })).toBe(401);
  });

  it('uses a __Host- cookie where people come by https, and takes no other there', async () => {
    await open({ publicOrigin: 'https://ajukan.example' });
    const cookie = cookieOf(await enter(login, code));
    expect(cookie).toMatch(/^__Host-sid=chain\./);
    const { status } = await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookie.replace('__Host-', '') } });
    expect(status).toBe(401);
    expect((await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('knows a number however it is written, and gives the same answer to a wrong code and an unknown number', async () => {
    await open();
    for (const written of ['081200000001', '+62 812 0000 0001', '6281200000001', ' 0812.0000.0001 ']) {
      expect((await signIn(written, code)).status).toBe(200);
    }
    const wrong = await signIn(login, '000000');
    const unknown = await signIn('0812-9999-9999', '000000');
    expect(wrong.status).toBe(400);
    const body = await wrong.text();
    expect(JSON.parse(body)).toMatchObject({ error: 'invalid_grant' });
    expect([unknown.status, await unknown.text()]).toEqual([400, body]);
  });

  it('stops guessing with 429 and Retry-After, also for the right code, and forgets it after a while', async () => {
    await open();
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(login, '000000')).status).toBe(400);
    const stopped = await signIn(login, code);
    expect(stopped.status).toBe(429);
    const retryAfterS = Number(stopped.headers.get('retry-after'));
    expect(retryAfterS).toBeGreaterThan(0);
    app.advanceMs(retryAfterS * 1000);
    expect((await signIn(login, code)).status).toBe(200);
  });

  it('does not let many guesses slip in at once', async () => {
    await open();
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(login, '000000')));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
  });

  it('stops one address that tries many numbers, and nobody else', async () => {
    await open();
    const from = (address: string) => ({ 'X-Forwarded-For': `10.0.0.1, ${address}` });
    for (let tries = 0; tries < 60; tries += 1) {
      expect((await signIn(`0812-0000-1${String(tries).padStart(3, '0')}`, '000000', from('203.0.113.7'))).status).toBe(
        400,
      );
    }
    expect((await signIn('0812-0000-2000', '000000', from('203.0.113.7'))).status).toBe(429);
    expect((await signIn(login, code, from('203.0.113.8'))).status).toBe(200);
  });

  it('replaces the session that the browser came with', async () => {
    await open();
    const cookie = cookieOf(await enter(login, code));
    const second = await enter(login, code, { Cookie: cookie });
    expect((await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookieOf(second) } })).status).toBe(200);
  });

  it('ends by itself: after 30 days without use and 90 in all for applicants, 2 and 12 hours for officials', async () => {
    await open();
    const hourMs = 60 * 60 * 1000;
    const dayMs = 24 * hourMs;
    const cookies = new Map<string, string>();
    const come = async (person: 'siti' | 'officer') => {
      const { login: whose, code: theirs } = testAccounts[person];
      cookies.set(person, cookieOf(await enter(whose, theirs)));
    };
    const asks = async (person: string) => {
      const answer = await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookies.get(person) ?? '' } });
      if (answer.headers.has('set-cookie')) cookies.set(person, cookieOf(answer));
      return answer.status;
    };
    const lasts = async (person: 'siti' | 'officer', everyMs: number) => {
      await come(person);
      let lastedMs = 0;
      for (; lastedMs < 100 * dayMs; lastedMs += everyMs) {
        app.advanceMs(everyMs);
        if ((await asks(person)) === 401) break;
      }
      return lastedMs;
    };
    expect(await lasts('officer', 2 * hourMs)).toBe(0);
    expect(await lasts('officer', hourMs)).toBe(11 * hourMs);
    expect(await lasts('siti', 30 * dayMs)).toBe(0);
    expect(await lasts('siti', 10 * dayMs)).toBe(80 * dayMs);
  });
});

describe('signing out', () => {
  it('ends the session for good and clears the cookie', async () => {
    await open();
    const cookie = cookieOf(await enter(login, code));
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
    const out = await app.send(null, 'DELETE', '/v1/me/sessions/current', { headers });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      204,
      'sid=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    ]);
    const replayed = await app.send(null, 'GET', '/v1/me', { headers });
    expect([replayed.status, replayed.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it("does not end another account's session, and revokes any token without a word", async () => {
    await open();
    expect((await app.send('budi', 'DELETE', '/v1/me/sessions/0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f')).status).toBe(404);
    const token = await tokenOf(await signIn(login, code));
    for (const revoked of [token, token, 'tidak-pernah-ada']) {
      expect((await app.send(null, 'POST', '/v1/auth/revoke', { json: { token: revoked } })).status).toBe(200);
    }
    expect((await app.send(null, 'GET', '/v1/me', { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});

describe('a request with a cookie that changes something', () => {
  const send = async (headers: Readonly<Record<string, string>>) => {
    const { path, body } = testSubmission();
    const cookie = cookieOf(await enter(login, code));
    const answer = await app.send(null, 'PUT', path, { json: body, headers: { Cookie: cookie, ...headers } });
    return answer.status === 403 ? Problem.parse(await answer.json()).type : answer.status;
  };
  const refused = 'urn:ajukan:problem:cross-site';

  it('has to come from our own pages (F88)', async () => {
    await open();
    expect(await send({ 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
    expect(await send({ Origin: 'http://localhost:8080' })).toBe(201);
    expect(await send({ Origin: 'http://192.168.1.5:8080', Host: '192.168.1.5:8080' })).toBe(201);
    expect(await send({ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:8080' })).toBe(refused);
    expect(await send({ 'Sec-Fetch-Site': 'cross-site' })).toBe(refused);
    expect(await send({ 'Sec-Fetch-Site': 'none' })).toBe(refused);
    expect(await send({ Origin: 'http://jahat.example', Host: 'localhost:8080' })).toBe(refused);
    expect(await send({ Origin: 'null' })).toBe(refused);
    expect(await send({})).toBe(refused);
  });

  it('may not sign anybody in from another site either', async () => {
    await open();
    expect((await signIn(login, code, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await signIn(login, code, { Origin: 'http://jahat.example' })).status).toBe(403);
    expect((await signIn(login, code, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
  });

  it('looks at the cookie only when there is no Authorization header', async () => {
    await open();
    const cookie = cookieOf(await enter(login, code));
    for (const Authorization of ['Bearer salah', 'Basic eDp5', 'Bearer', '']) {
      expect((await app.send(null, 'GET', '/v1/me', { headers: { Cookie: cookie, Authorization } })).status).toBe(401);
    }
  });
});
