import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const path = '/v1/me/notices';

it('short messages are wanted until somebody says otherwise, each for themselves', async () => {
  const read = async (person: 'siti' | 'budi') => (await app.send(person, 'GET', path)).json();
  expect(await read('siti')).toEqual({ wanted: true });
  const put = await app.send('siti', 'PUT', path, { json: { wanted: false } });
  expect([put.status, await put.json()]).toEqual([200, { wanted: false }]);
  expect([await read('siti'), await read('budi')]).toEqual([{ wanted: false }, { wanted: true }]);
  expect((await app.send('siti', 'PUT', path, { json: { wanted: 'no' } })).status).toBe(422);
  expect((await app.send('officer', 'GET', path)).status).toBe(403);
  expect((await app.send(null, 'GET', path)).status).toBe(401);
});

it('there is nothing to choose where an office sends none', async () => {
  const none = await openTestApp({ adapt: (ports) => ({ ...ports, notices: null }) });
  expect((await none.send('siti', 'GET', path)).status).toBe(404);
  expect((await none.send('siti', 'PUT', path, { json: { wanted: true } })).status).toBe(404);
  await none.close();
});
