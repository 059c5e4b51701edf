import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Capabilities, Me } from '#contract/schemas.ts';
import type { AppPorts } from './app-ports.ts';
import type { RunningServer } from './start.ts';
import type { AuditNote } from './stores/audit-chain.ts';
import { openPlantedProvider, type PlantedProvider, type PlantedToken } from '#tests/fakes/oidc/planted-provider.ts';
import { type TestBrowser, testBrowser } from '#tests/fakes/oidc/test-browser.ts';
import { loginHeader, openTestProvider, type TestProvider } from '#tests/fakes/oidc/test-provider.ts';
import { startTestServer, testFolder, type TestFolder } from './testing/test-server.ts';

const officer = { name: 'KANARI Petugas', roles: ['verifikator'], offices: ['desa:36.03.01.2006'] };
const settings = { clientId: 'ajukan', clientSecret: null, rolesClaim: 'roles', officeClaim: 'offices' };
const scope = 'openid profile';
const as = (login: string) => ({ [loginHeader]: login });

let folder: TestFolder;
let server: RunningServer;
let browser: TestBrowser;
let notes: AuditNote[];

async function openServer(issuer: string, publicUrl: string | null = null): Promise<void> {
  folder = testFolder();
  server = await startTestServer(folder, { publicUrl, provider: { ...settings, issuer, scope }, adapt: noted });
}

/** With what the audit log is told, kept here as well. */
function noted(ports: AppPorts): AppPorts {
  const append: AppPorts['audit']['append'] = (note, nowMs) => {
    notes.push(note);
    return ports.audit.append(note, nowMs);
  };
  return { ...ports, audit: { ...ports.audit, append } };
}

async function closeServer(): Promise<void> {
  await server.close();
  folder.remove();
}

const start = () => `${server.url}/v1/auth/oidc`;
const callback = () => `${server.url}/v1/auth/oidc/callback`;

/** Who the browser is for the office, or with which status it is nobody. */
async function me() {
  const Cookie = `sid=${browser.cookie(server.url, 'sid') ?? ''}`;
  const answer = await fetch(`${server.url}/v1/me`, { headers: { Cookie } });
  return answer.status === 200 ? Me.parse(await answer.json()) : answer.status;
}

beforeEach(() => {
  browser = testBrowser();
  notes = [];
});

describe('signing in at a provider', () => {
  let provider: TestProvider;

  beforeAll(async () => {
    provider = await openTestProvider();
    await openServer(provider.issuer);
    provider.serve(server.url);
  });
  afterAll(async () => {
    await closeServer();
    await provider.close();
  });
  beforeEach(() => provider.people.clear());

  it('lets an officer in with the roles and offices of the provider, and hands the browser no token', async () => {
    provider.people.set('a-1', officer);
    const visit = await browser.visit(`${start()}?return=/akun%3Fmasuk%3Dpetugas`, {
      headers: as('a-1'),
      stopAt: `${server.url}/akun`,
    });
    expect(visit.url).toBe(`${server.url}/akun?masuk=petugas`);
    expect(await me()).toMatchObject({
      name: 'KANARI Petugas',
      roles: ['verifikator'],
      posts: [{ level: 'desa', area: '36.03.01.2006' }],
      phone: null,
    });
    const session = visit.setCookies.find((line) => line.startsWith('sid='));
    expect(session).toMatch(/HttpOnly; SameSite=Strict/);
    // An officer's: two hours without use.
    expect(session).toMatch(/Max-Age=7(1\d\d|200);/);
    expect(visit.setCookies.find((line) => line.startsWith('oidc='))).toMatch(/Max-Age=600.*HttpOnly; SameSite=Lax/);
    expect(browser.cookie(server.url, 'oidc')).toBeUndefined();
    expect(visit.setCookies.filter((line) => /eyJ[\w-]+\.eyJ/.test(line))).toEqual([]);
    expect(notes).toMatchObject([{ event: 'sign-in', about: 'oidc', actor: expect.stringMatching(/^oidc-/) }]);
  });

  it('says who the provider is, and where to begin', async () => {
    const answer = await fetch(`${server.url}/.well-known/public-service-sync`);
    expect(Capabilities.parse(await answer.json())).toMatchObject({
      issuer: provider.issuer,
      clientId: 'ajukan',
      signIn: 'oidc',
      officialSignIn: '/v1/auth/oidc',
    });
  });

  it('takes roles anew each time, and a lost role ends every session', async () => {
    provider.people.set('a-1', officer);
    await browser.visit(start(), { headers: as('a-1'), stopAt: `${server.url}/` });
    const first = browser;
    browser = testBrowser();
    provider.people.set('a-1', { ...officer, roles: ['penandatangan'] });
    await browser.visit(start(), { headers: as('a-1') });
    expect(await me()).toMatchObject({ roles: ['penandatangan'] });
    provider.people.set('a-1', { ...officer, roles: ['raja'] });
    const refused = await testBrowser().visit(start(), { headers: as('a-1') });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('belum punya tugas');
    expect(await me()).toBe(401);
    browser = first;
    expect(await me()).toBe(401);
    expect(notes.at(-1)).toMatchObject({ event: 'sign-in-refused', about: 'oidc no-role' });
  });

  it('lets nobody in whose office is not known', async () => {
    provider.people.set('a-2', { ...officer, offices: ['desa:32.01.01.2001'] });
    const visit = await browser.visit(start(), { headers: as('a-2') });
    expect([visit.status, await me()]).toEqual([403, 401]);
    expect(visit.text).toContain('belum terhubung dengan kantor');
  });

  it('lets nobody in whom the provider does not', async () => {
    const visit = await browser.visit(start(), { headers: as('nobody') });
    expect([visit.status, await me()]).toEqual([403, 401]);
  });

  it('takes no answer that this browser has not asked for', async () => {
    provider.people.set('a-1', officer);
    const { url } = await browser.visit(start(), { headers: as('a-1'), stopAt: callback() });
    const stranger = testBrowser();
    expect((await stranger.visit(url)).status).toBe(400);
    await stranger.visit(start(), { stopAt: provider.issuer });
    expect((await stranger.visit(url)).status).toBe(403);
    const otherState = new URL(url);
    otherState.searchParams.set('state', 'x'.repeat(43));
    expect((await browser.visit(otherState.href)).status).toBe(403);
    expect(await me()).toBe(401);
    expect(notes.map(({ about }) => about)).toEqual(['oidc refused', 'oidc refused']);
  });

  it('is not begun by another site', async () => {
    const visit = await browser.visit(start(), { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect([visit.status, visit.setCookies]).toEqual([400, []]);
  });

  it('takes an answer once', async () => {
    provider.people.set('a-1', officer);
    const { url } = await browser.visit(start(), { headers: as('a-1'), stopAt: callback() });
    const flow = browser.cookie(server.url, 'oidc') ?? '';
    await browser.visit(url, { stopAt: `${server.url}/` });
    expect(await me()).toMatchObject({ roles: ['verifikator'] });
    expect((await browser.visit(url)).status).toBe(400);
    browser = testBrowser();
    browser.setCookie(server.url, 'oidc', flow);
    expect((await browser.visit(url)).status).toBe(403);
    expect(await me()).toBe(401);
  });

  it('takes no code of another client', async () => {
    provider.people.set('a-1', officer);
    const asked = new URL((await browser.visit(start(), { stopAt: provider.issuer })).url);
    asked.searchParams.set('client_id', 'lain');
    const { url } = await browser.visit(asked.href, { headers: as('a-1'), stopAt: callback() });
    expect(new URL(url).searchParams.has('code')).toBe(true);
    expect((await browser.visit(url)).status).toBe(403);
    expect(await me()).toBe(401);
  });

  it.each(['https://evil.example/', '//evil.example', '/.//evil.example', '/v1/me'])(
    'leads to no other place: %s',
    async (asked) => {
      provider.people.set('a-1', officer);
      const { url } = await browser.visit(`${start()}?return=${encodeURIComponent(asked)}`, { headers: as('a-1') });
      expect(url).toBe(`${server.url}/`);
    },
  );

  it('takes the place of the session that the browser came with', async () => {
    provider.people.set('a-1', officer);
    await browser.visit(start(), { headers: as('a-1') });
    const before = browser.cookie(server.url, 'sid') ?? '';
    await browser.visit(start(), { headers: as('a-1') });
    expect(await me()).toMatchObject({ roles: ['verifikator'] });
    browser.setCookie(server.url, 'sid', before);
    expect(await me()).toBe(401);
  });

  it('ends here with the session, and at the provider on its own page', async () => {
    provider.people.set('a-1', officer);
    await browser.visit(start(), { headers: as('a-1') });
    const headers = { Cookie: `sid=${browser.cookie(server.url, 'sid') ?? ''}`, 'Sec-Fetch-Site': 'same-origin' };
    const ended = await fetch(`${server.url}/v1/me/sessions/current`, { method: 'DELETE', headers });
    expect([ended.status, ended.headers.get('link')]).toEqual([204, '</v1/auth/oidc/sign-out>; rel="next"']);
    expect(await me()).toBe(401);
    const { url } = await browser.visit(`${start()}/sign-out`, { stopAt: provider.issuer });
    const { pathname, searchParams } = new URL(url);
    expect(pathname).toBe('/session/end');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'ajukan',
      post_logout_redirect_uri: `${server.url}/`,
    });
    expect((await browser.visit(url)).status).toBe(200);
  });
});

describe('what a provider says', () => {
  let provider: PlantedProvider;

  beforeAll(async () => {
    provider = await openPlantedProvider();
    await openServer(provider.issuer);
  });
  afterAll(async () => {
    await closeServer();
    await provider.close();
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  const unsigned = { header: { alg: 'none' }, signedBy: 'nobody' } as const;
  const unsound: readonly (readonly [string, Partial<PlantedToken>])[] = [
    ['of another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['for another client', { claims: { aud: 'lain' } }],
    ['for several clients, one of them ours, made for the other', { claims: { aud: ['ajukan', 'lain'], azp: 'lain' } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['of the past', { claims: { iat: past, exp: past + 60 } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['that nobody has signed', unsigned],
    ['that says it is signed, and is not', { signedBy: 'nobody' }],
    ['signed with a key of somebody else', { signedBy: 'stranger' }],
    ['signed with a shared secret', { header: { alg: 'HS256', kid: 'k1' } }],
    ['signed with a key that is not known', { header: { alg: 'ES256', kid: 'k2' }, signedBy: 'stranger' }],
  ];

  it('is believed when it is sound', async () => {
    provider.plant({});
    await browser.visit(start());
    expect(await me()).toMatchObject({ roles: ['admin'], name: '' });
  });

  it.each(unsound)('is not believed in a token %s', async (_, token) => {
    provider.plant(token);
    const visit = await browser.visit(start());
    expect([visit.status, await me()]).toEqual([403, 401]);
    expect(notes).toMatchObject([{ event: 'sign-in-refused', actor: null, about: 'oidc refused' }]);
  });
});

describe('a provider that is away', () => {
  afterEach(closeServer);

  it('keeps officers out in plain words, and nobody else', async () => {
    const provider = await openPlantedProvider();
    await provider.close();
    await openServer(provider.issuer);
    const visit = await browser.visit(start());
    expect(visit.status).toBe(503);
    expect(visit.text).toContain('Layanan masuk kantor belum menjawab');
    expect(visit.text).not.toMatch(/127\.0\.0\.1|fetch|Error/);
    expect((await fetch(`${server.url}/v1/services`)).status).toBe(200);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  it('is asked in the words of its protocol, with a cookie that no neighbour can plant', async () => {
    const provider = await openPlantedProvider();
    await openServer(provider.issuer, 'https://ajukan.example');
    const answer = await fetch(start(), { redirect: 'manual' });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-oidc=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'ajukan',
      redirect_uri: 'https://ajukan.example/v1/auth/oidc/callback',
      response_type: 'code',
      scope,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    await provider.close();
  });

  it('between the way there and back lets nobody in', async () => {
    const provider = await openPlantedProvider();
    await openServer(provider.issuer);
    const { url } = await browser.visit(start(), { stopAt: callback() });
    await provider.close();
    expect((await browser.visit(url)).status).toBe(503);
    expect(await me()).toBe(401);
  });
});
