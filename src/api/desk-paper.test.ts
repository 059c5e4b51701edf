import { expect, it } from 'vitest';
import { fetchPaper } from './desk-paper.ts';

const answering = (response: Response) => () => Promise.resolve(response);

it('the bytes of a paper come with their type', async () => {
  const response = new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-type': 'image/png' } });
  const read = await fetchPaper('d', answering(response));
  expect(read).toMatchObject({ kind: 'ok', value: { mediaType: 'image/png' } });
  expect(read.kind === 'ok' && read.value.bytes.byteLength).toBe(3);
});

it.each([
  [401, 'application/problem+json', { kind: 'signed-out' }],
  [403, 'application/problem+json', { kind: 'not-allowed' }],
  [404, 'application/problem+json', { kind: 'gone' }],
  [410, 'application/problem+json', { kind: 'refused', status: 410, problem: null, detail: null }],
  [503, 'application/problem+json', { kind: 'busy', retryAfterMs: 5000 }],
  [500, 'application/problem+json', { kind: 'offline' }],
  [200, 'text/html', { kind: 'offline' }],
  [404, 'text/html', { kind: 'offline' }],
])('a %i of %s is a value, and a page of somebody in between is no answer', async (status, type, expected) => {
  expect(await fetchPaper('d', answering(new Response('x', { status, headers: { 'content-type': type } })))).toEqual(
    expected,
  );
});

it('silence is offline', async () => {
  expect(await fetchPaper('d', () => Promise.reject(new TypeError('no network')))).toEqual({ kind: 'offline' });
});
