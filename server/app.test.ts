import { afterEach, describe, expect, it, vi } from 'vitest';
import { contractRoutes } from '#contract/routes.ts';
import { Problem } from '#contract/schemas.ts';
import { createApp } from './app.ts';
import { accessTable } from './http/access.ts';
import { StoreUnavailableError } from './stores/sql-database.ts';
import { openTestApp, type TestApp, type TestAppSettings } from './testing/test-app.ts';
import { testSubmission } from './testing/test-submission.ts';

let app: TestApp;
afterEach(() => app.close());
const open = async (settings: TestAppSettings = {}) => {
  app = await openTestApp(settings);
};

const someId = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const everyRoute = [...accessTable].map(([key, access]) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, access, path: path.replaceAll(/:\w+/g, someId).replace('*', 'halaman') };
});
const people = [null, 'siti', 'officer'] as const;

describe('every route', () => {
  it('is known to the access rules, and every operation of the contract is served', async () => {
    await open();
    expect(everyRoute.length).toBeGreaterThan(contractRoutes.length);
    const strange = createApp(app.ports);
    expect(() => strange.get('/v1/rahasia', (c) => c.text('hai'))).not.toThrow();
    expect((await strange.request('/v1/rahasia')).status).not.toBe(200);
  });

  it('lets in whom its rule names and nobody else', async () => {
    await open();
    for (const { method, path, access } of everyRoute.filter(({ access }) => access !== 'public')) {
      for (const person of people) {
        const { status } = await app.send(person, method, path, method === 'PUT' ? { json: {} } : {});
        const where = `${method} ${path} as ${person ?? 'nobody'}`;
        const outsider =
          ((access === 'applicants' || access === 'citizens') && person === 'officer') ||
          (access === 'officials' && person === 'siti') ||
          access === 'heads';
        const refusal = person === null ? 401 : outsider ? 403 : null;
        expect({ where, refusal: status === 401 || status === 403 ? status : null }).toEqual({ where, refusal });
      }
    }
  });

  it('answers with the security headers, errors included, and is kept by no cache', async () => {
    await open({ publicOrigin: 'https://ajukan.example' });
    for (const { method, path } of [
      ...everyRoute,
      { method: 'GET', path: '/v1/tidak-ada' },
      { method: 'BREW', path: '/v1/me' },
    ]) {
      for (const person of people) {
        const headers = Object.fromEntries((await app.send(person, method, path)).headers);
        const { 'content-security-policy': policy, 'cache-control': caching, ...rest } = headers;
        expect({ where: `${method} ${path}`, ...rest }).toMatchObject({
          where: `${method} ${path}`,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'strict-transport-security': 'max-age=63072000; includeSubDomains',
        });
        expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*require-trusted-types-for 'script'/);
        const publicPath =
          /^\/(v1\/services|v1\/open-data|v1\/receipt-keys|\.well-known|schemas|openapi\.json|server-page\.css)/.test(
            path,
          );
        expect(caching).toMatch(publicPath ? /^(no-store|no-cache|public, max-age=(300|3600))$/ : /^no-store$/);
        expect(headers).not.toHaveProperty('access-control-allow-origin');
      }
    }
  });

  it('refuses with a problem document and nothing else', async () => {
    await open();
    for (const { method, path } of [
      ...everyRoute,
      { method: 'GET', path: '/v1/tidak-ada' },
      { method: 'DELETE', path: '/v1/services' },
    ]) {
      const answer = await app.send(null, method, path, { headers: { Accept: 'text/html' } });
      if (answer.status < 400 || method === 'HEAD') continue;
      expect([method, path, answer.headers.get('content-type')]).toEqual([method, path, 'application/problem+json']);
      expect(Problem.parse(await answer.json())).toMatchObject({ status: answer.status });
    }
  });

  it('tells which methods an address has', async () => {
    await open();
    const answer = await app.send('siti', 'DELETE', `/v1/applications/${someId}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'PUT, GET']);
  });

  it('says no HSTS on plain http', async () => {
    await open();
    expect((await app.send(null, 'GET', '/health/live')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('trouble', () => {
  it('is 503 with Retry-After when the database is not there, and nothing is half done', async () => {
    await open({
      adapt: (ports) => ({
        ...ports,
        applications: {
          ...ports.applications,
          submit: () => Promise.reject(new StoreUnavailableError('PostgreSQL: 57P01')),
        },
      }),
    });
    const { path, body } = testSubmission();
    const answer = await app.send('siti', 'PUT', path, { json: body });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await app.send('siti', 'GET', path)).status).toBe(404);
  });

  it('is 500 without a word of what happened when it is a bug', async () => {
    await open({
      adapt: (ports) => ({ ...ports, changes: { read: () => Promise.reject(new Error('rahasia dapur')) } }),
    });
    const answer = await app.send('siti', 'GET', '/v1/changes');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/rahasia|Error|at |\.ts/);
    expect(app.log.filter(({ level }) => level === 'error')).toMatchObject([{ event: 'unexpected error' }]);
  });

  it('is said by the readiness probe, and so is the end of the shift', async () => {
    const check = vi.fn<() => Promise<void>>(async () => {});
    await open({ adapt: (ports) => ({ ...ports, readiness: { draining: () => false, check } }) });
    expect((await app.send(null, 'GET', '/health/ready')).status).toBe(200);
    check.mockRejectedValueOnce(new StoreUnavailableError('Files: EIO'));
    expect((await app.send(null, 'GET', '/health/ready')).status).toBe(503);
    await app.close();
    await open({ draining: () => true });
    const answer = await app.send(null, 'GET', '/health/ready');
    expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close']);
    expect((await app.send(null, 'GET', '/health/live')).status).toBe(200);
  });
});

describe('hostile JSON', () => {
  const raw = (path: string, body: string) =>
    app.send('siti', 'PUT', path, { body, headers: { 'Content-Type': 'application/json' } });
  const bodyWith = (data: string) => JSON.stringify({ ...testSubmission().body, data: '@' }).replace('"@"', data);

  it.each([
    ['a prototype', '{"nama":"KANARI","usaha":false,"__proto__":{"admin":true}}'],
    ['a constructor', '{"nama":"KANARI","usaha":false,"constructor":{"prototype":{"admin":true}}}'],
    ['arrays without end', `{"nama":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['objects without end', `{"nama":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['numbers out of range', '{"nama":1e999,"usaha":false}'],
    ['many keys', `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
  ])('with %s is refused, never a server error', async (_name, data) => {
    await open();
    const answer = await raw(testSubmission().path, bodyWith(data));
    expect([400, 413, 422]).toContain(answer.status);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    ['NUL', 'KANARI \\u0000'],
    ['half a surrogate pair', 'KANARI \\ud800'],
  ])('with %s is refused at its answer', async (_name, nama) => {
    await open();
    const { path } = testSubmission();
    const answer = await raw(path, bodyWith(`{"nama":"${nama}","usaha":false}`));
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { type: 'urn:ajukan:problem:invalid-answers', errors: [{ pointer: '/nama', code: 'notClean' }] },
    ]);
    expect((await app.send('siti', 'GET', path)).status).toBe(404);
  });
});

describe('the log', () => {
  it('has a line for every request, and nothing of a person, an address or a secret in it (F83)', async () => {
    await open();
    const { path, body, papers } = testSubmission();
    await app.send('siti', 'PUT', path, { json: { ...body, data: { ...body.data, nik: '9999990101900001' } } });
    const [paper] = papers;
    const announcement = { applicationId: testSubmission().id, ...body.documents[0] };
    const announced = await app.send('siti', 'PUT', `/v1/documents/${paper?.id ?? ''}`, { json: announcement });
    await app.send('siti', 'GET', '/v1/changes?after=rahasia');
    await app.send(null, 'GET', '/nik/9999990101900001?nama=KANARI');
    expect(announced.status).toBeLessThan(500);
    const text = JSON.stringify(app.log);
    expect(app.log).toHaveLength(4);
    expect(text).toContain('/v1/applications/:id');
    expect(text).not.toMatch(/KANARI|99999901|rahasia|siti|0192|Bearer/i);
  });
});
