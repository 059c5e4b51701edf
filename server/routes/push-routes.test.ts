import { createECDH } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { Capabilities, Problem } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { paperlessService } from '../testing/test-service.ts';
import { testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function bodyOf(more: object = {}) {
  const { push } = Capabilities.parse(await (await app.send(null, 'GET', '/.well-known/public-service-sync')).json());
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  return {
    endpoint: `https://fcm.googleapis.com/fcm/send/${uuidv7()}`,
    keys: { p256dh: browser.getPublicKey('base64url'), auth: Buffer.alloc(16, 7).toString('base64url') },
    vapidPublicKey: push?.vapidPublicKey,
    ...more,
  };
}
const pathOf = (id: string) => `/v1/push-subscriptions/${id}`;
const subscriptions = () => app.rows('push_subscription');
const jobs = () => app.rows('job');

async function subscribed(person: 'siti' | 'budi') {
  const path = pathOf(uuidv7());
  expect((await app.send(person, 'PUT', path, { json: await bodyOf() })).status).toBe(201);
  return path;
}

describe('a browser that lets itself be woken', () => {
  it('is put in once under its id, however often it is sent, and taken out by whose it is', async () => {
    const path = pathOf(uuidv7());
    const json = await bodyOf();
    expect((await app.send('siti', 'PUT', path, { json })).status).toBe(201);
    expect((await app.send('siti', 'PUT', path, { json })).status).toBe(200);
    expect(await subscriptions()).toHaveLength(1);
    expect((await app.send('budi', 'PUT', path, { json: await bodyOf() })).status).toBe(404);
    expect((await app.send('budi', 'DELETE', path)).status).toBe(404);
    expect((await app.send('siti', 'DELETE', path)).status).toBe(204);
    expect((await app.send('siti', 'DELETE', path)).status).toBe(404);
    expect(await subscriptions()).toEqual([]);
  });

  it('belongs to whoever uses it now', async () => {
    const json = await bodyOf();
    await app.send('siti', 'PUT', pathOf(uuidv7()), { json });
    const path = pathOf(uuidv7());
    expect((await app.send('budi', 'PUT', path, { json })).status).toBe(201);
    expect(await subscriptions()).toMatchObject([{ account_id: 'budi' }]);
    await app.send('budi', 'DELETE', path);
  });

  it.each([
    [{ endpoint: 'https://127.0.0.1/push' }, '/endpoint'],
    [{ endpoint: 'https://10.0.0.7/push' }, '/endpoint'],
    [{ endpoint: 'http://fcm.googleapis.com/a' }, '/endpoint'],
    [{ endpoint: 'https://kantor-tetangga.example/a' }, '/endpoint'],
    [{ keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } }, '/keys'],
    [{ vapidPublicKey: 'A'.repeat(87) }, '/vapidPublicKey'],
  ])('is refused with %j', async (wrong, pointer) => {
    const answer = await app.send('siti', 'PUT', pathOf(uuidv7()), { json: await bodyOf(wrong) });
    expect([answer.status, Problem.parse(await answer.json()).errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(await subscriptions()).toEqual([]);
  });

  it('is woken by what the office does, in the transaction of that, and not by what the person does', async () => {
    const id = (await subscribed('siti')).split('/').at(-1);
    await subscribed('budi');
    const { path, body, id: application } = testSubmission([]);
    await app.send('siti', 'PUT', path, { json: { ...body, serviceId: paperlessService.id, schemaVersion: 1 } });
    expect(await jobs()).toEqual([]);
    const etag = (await app.send('officer', 'GET', path)).headers.get('etag') ?? '';
    const decided = { json: { action: 'review' }, headers: { 'If-Match': etag } };
    expect((await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, decided)).status).toBe(201);
    expect(await jobs()).toMatchObject([
      { kind: 'push', account_id: 'siti', payload: JSON.stringify({ subscription: id, application }) },
    ]);
    const refused = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, decided);
    expect([refused.status, (await jobs()).length]).toEqual([412, 1]);
  });

  it('is forgotten with its session: at a sign-out, and with all of an account that is erased', async () => {
    await subscribed('siti');
    await subscribed('budi');
    await app.send('budi', 'DELETE', '/v1/me/sessions/current');
    expect(new Set((await subscriptions()).map(({ account_id }) => account_id))).toEqual(new Set(['siti']));
    const erased = await app.send('siti', 'PUT', '/v1/me/erasure', { json: { erase: 'everything-not-kept-by-law' } });
    expect(erased.status).toBe(200);
    expect([await subscriptions(), await jobs()]).toEqual([[], []]);
  });
});
