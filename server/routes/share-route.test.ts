import { afterEach, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
afterEach(() => app.close());

it('leads a file that was shared before the worker was there to a page that says so, whatever its size', async () => {
  app = await openTestApp();
  const form = new FormData();
  form.append('files', new File([new Uint8Array(3_000_000)], 'ktp.jpg', { type: 'image/jpeg' }));
  const answer = await createApp(app.ports).request('/share', {
    method: 'POST',
    body: form,
    headers: { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/bagikan?belum']);
});
