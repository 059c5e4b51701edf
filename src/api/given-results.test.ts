import { expect, it, vi } from 'vitest';
import { fetchResult, readResults } from './given-results.ts';

const at = '2026-11-27T02:00:00.000Z';
const pickup = { place: 'Kecamatan Balaraja', from: '2026-12-01', bring: 'KTP' };

it('reads files and what is to be fetched, and leaves out what it does not know', () => {
  expect(
    readResults([
      { id: 'a', kind: 'file', title: 'Surat', number: '503/1', at, file: { size: 9, sha256: 'aa' } },
      { id: 'b', kind: 'pickup', title: 'KTP-el', at, pickup },
      { id: 'c', kind: 'hologram', title: 'Baru', at },
      { id: 'd', kind: 'pickup', title: 'KTP-el', at, pickup: { ...pickup, from: 'soon' } },
      { id: 'e', kind: 'file', title: 'Surat', at, file: { size: 0, sha256: 'aa' } },
      null,
    ]),
  ).toEqual([
    {
      kind: 'file',
      id: 'a',
      title: 'Surat',
      number: '503/1',
      givenAtMs: Date.parse(at),
      sizeBytes: 9,
      sha256: 'aa',
    },
    { kind: 'pickup', id: 'b', title: 'KTP-el', number: null, givenAtMs: Date.parse(at), ...pickup, until: null },
  ]);
  expect(readResults(undefined)).toEqual([]);
});

const answering = (body: string, status: number, type: string) =>
  vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } })));

it('takes a PDF of the office, and no page of somebody in between', async () => {
  const pdf = answering('%PDF', 200, 'application/pdf');
  const read = await fetchResult('x/y', pdf);
  expect(pdf.mock.calls[0]?.[0]).toBe('/v1/results/x%2Fy/content');
  expect(read.kind === 'ok' && new TextDecoder().decode(read.bytes)).toBe('%PDF');
  expect(await fetchResult('a', answering('<p>Masuk</p>', 200, 'text/html'))).toEqual({ kind: 'no-connection' });
  expect(await fetchResult('a', answering('', 404, 'text/html'))).toEqual({ kind: 'no-connection' });
  expect(await fetchResult('a', answering('{}', 410, 'application/problem+json'))).toEqual({ kind: 'gone' });
  expect(await fetchResult('a', () => Promise.reject(new TypeError('cut')))).toEqual({ kind: 'no-connection' });
});
