import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { publish, publishedAnswer } from './published.ts';

const text = JSON.stringify({ layanan: 'Surat keterangan usaha '.repeat(50) });
const published = publish(text);
const app = new Hono().get('/', (c) => publishedAnswer(c, published, 'application/json'));
const get = async (headers: Readonly<Record<string, string>>) => app.request('/', { headers });

test('goes out zipped to whoever can read that, and plain to everybody else', async () => {
  const zipped = await get({ 'Accept-Encoding': 'br, gzip' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  const bytes = new Uint8Array(await zipped.arrayBuffer());
  expect(bytes.length).toBeLessThan(text.length / 5);
  expect(gunzipSync(bytes).toString('utf8')).toBe(text);
  for (const accepted of ['identity', 'gzip;q=0', '']) {
    const plain = await get({ 'Accept-Encoding': accepted });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(text);
  }
});

test('zipped and plain have their own tags, a cache keeps them apart, and each tag is known again', async () => {
  const tagOf = async (accepted: string) => (await get({ 'Accept-Encoding': accepted })).headers.get('etag') ?? '';
  const tags = [await tagOf('gzip'), await tagOf('identity')];
  expect(new Set(tags).size).toBe(2);
  for (const tag of tags) {
    const again = await get({ 'Accept-Encoding': 'gzip', 'If-None-Match': tag });
    expect(again.status).toBe(304);
    expect(again.headers.get('vary')).toBe('Accept-Encoding');
    expect(await again.text()).toBe('');
  }
});
