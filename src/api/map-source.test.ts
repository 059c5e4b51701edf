import { describe, expect, test } from 'vitest';
import { createHttpClient } from './http-client.ts';
import { createMapSource } from './map-source.ts';

const map = {
  tiles: '/v1/map-tiles/{z}/{x}/{y}',
  minZoom: 8,
  maxZoom: 13,
  bounds: [106, -7, 107, -6],
  attribution: '',
};
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
const picture = (bytes: number, type = 'image/png') =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });

function office(answer: () => Response | Promise<Response>) {
  const asked: RequestInit[] = [];
  const fetched: typeof fetch = async (_, init) => {
    asked.push(init ?? {});
    return answer();
  };
  return { source: createMapSource(createHttpClient({ fetch: fetched }), fetched), asked };
}

describe('the office’s map', () => {
  test('is read from what the office can do; a captive portal or silence says nothing of it', async () => {
    expect(await office(() => json({ apiVersions: ['1'], map })).source.fetchOffer()).toEqual(map);
    expect(await office(() => json({ apiVersions: ['1'] })).source.fetchOffer()).toBeNull();
    expect(await office(() => json({ welcome: 'wifi' })).source.fetchOffer()).toBeUndefined();
    expect(await office(() => new Response('<html>')).source.fetchOffer()).toBeUndefined();
    expect(await office(() => Promise.reject(new TypeError('no line'))).source.fetchOffer()).toBeUndefined();
  });

  test('comes without anybody’s name and leaves nothing in the browser’s cache', async () => {
    const { source, asked } = office(() => picture(10));
    expect((await source.fetchTile('/v1/map-tiles/9/1/2'))?.bytes.byteLength).toBe(10);
    expect(asked[0]).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  });

  test.each([
    ['a page', () => picture(10, 'text/html')],
    ['a drawing with scripts', () => picture(10, 'image/svg+xml')],
    ['nothing', () => picture(0)],
    ['far too much', () => picture(600_000)],
    ['no such picture', () => new Response('{}', { status: 404 })],
    ['silence', () => Promise.reject(new TypeError('no line'))],
  ])('takes %s for no picture', async (_, answer) => {
    expect(await office(answer).source.fetchTile('/v1/map-tiles/9/1/2')).toBeNull();
  });
});
