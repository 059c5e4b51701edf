import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { StoreUnavailableError } from './stores/sql-database.ts';
import { codeSignIn } from './testing/code-sign-in.ts';
import type { TestPerson } from './testing/test-accounts.ts';
import { testAccounts } from './testing/test-accounts.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import { villageService } from './testing/test-service.ts';
import { testSubmission } from './testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function applied(person: TestPerson = 'siti') {
  const { id, path, body } = testSubmission([]);
  const data = { ...body.data, wilayah: '36.03.01.2003' };
  const json = { ...body, serviceId: villageService.id, schemaVersion: 1, data };
  const answer = await app.send(person, 'PUT', path, { json });
  return { id, path, etag: answer.headers.get('etag') ?? '' };
}

const signIn = (login: string, code: string) =>
  app.send(null, 'POST', '/v1/auth/token', {
    json: { grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code },
  });

describe('the audit log', () => {
  it('says who came in and went, and who was not let in, and nothing of what they typed', async () => {
    const { login, code } = testAccounts.siti;
    await signIn(login, code);
    await signIn(login, '000000');
    await app.send('officer', 'DELETE', '/v1/me/sessions/current');
    const entries = await app.audit();
    expect(entries).toEqual([
      ['sign-in', 'siti', expect.stringMatching(/^[0-9a-f-]{36}$/), null],
      ['sign-in-refused', null, null, 'no-match'],
      ['session-end', 'petugas', expect.stringMatching(/^[0-9a-f-]{36}$/), null],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/KANARI|0812/);
  });

  it('says that a code was asked for, and never for which number', async () => {
    const hands = codeSignIn(app);
    const { requestId } = await hands.asked('081200000077');
    await hands.ask('081200000077');
    expect(await app.audit()).toEqual([['code-asked', null, requestId, 'sign-in']]);
    expect(JSON.stringify(await app.audit())).not.toContain('81200000077');
  });

  it('says which official looked at what, also when they had it already, and not who looks at their own', async () => {
    const { id, path, etag } = await applied();
    await app.send('siti', 'GET', path);
    await app.send('officer', 'GET', path);
    await app.send('officer', 'GET', path, { headers: { 'If-None-Match': etag } });
    const look = ['application-read', 'petugas', id, null];
    expect(await app.audit()).toEqual([look, look]);
  });

  it('says who decided what, once, whatever is repeated', async () => {
    const { id, path, etag } = await applied();
    const decision = `${path}/decisions/${uuidv7()}`;
    const send = () =>
      app.send('officer', 'PUT', decision, { json: { action: 'review' }, headers: { 'If-Match': etag } });
    expect([(await send()).status, (await send()).status]).toEqual([201, 200]);
    expect(await app.audit()).toEqual([['decision', 'petugas', id, 'review']]);
  });

  it('says who was refused, alike for what is another’s and for what is nobody’s', async () => {
    const { id, path } = await applied();
    await app.send('budi', 'GET', path);
    const unknown = uuidv7();
    await app.send('budi', 'GET', `/v1/applications/${unknown}`);
    await app.send('budi', 'GET', '/v1/queue?status=submitted');
    await app.send(null, 'GET', path);
    await app.send('budi', 'GET', '/v1/tidak-ada');
    expect(await app.audit()).toEqual([
      ['access-refused', 'budi', id, 'GET /v1/applications/:id'],
      ['access-refused', 'budi', unknown, 'GET /v1/applications/:id'],
      ['access-refused', 'budi', null, 'GET /v1/queue'],
    ]);
    expect((await app.verifyAudit()).faults).toEqual([]);
  });
});

describe('a look that can’t be noted', () => {
  it('is not given', async () => {
    await app.close();
    app = await openTestApp({
      adapt: (ports) => ({
        ...ports,
        audit: { ...ports.audit, append: () => Promise.reject(new StoreUnavailableError('SQLite: disk full')) },
      }),
    });
    const { path } = await applied();
    const answer = await app.send('officer', 'GET', path);
    expect([answer.status, answer.headers.get('etag'), (await answer.text()).includes('KANARI')]).toEqual([
      503,
      null,
      false,
    ]);
    expect((await app.send('siti', 'GET', path)).status).toBe(200);
  });
});
