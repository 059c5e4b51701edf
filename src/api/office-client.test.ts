import { describe, expect, it } from 'vitest';
import { createHttpClient } from './http-client.ts';
import { createOfficeClient } from './office-client.ts';

const signal = new AbortController().signal;

function officeThatAnswers(status: number, headers: Readonly<Record<string, string>>) {
  const http = createHttpClient({
    baseUrl: 'https://office.test',
    fetch: () => Promise.resolve(new Response(status === 204 ? null : '{}', { status, headers })),
  });
  return createOfficeClient(http, () => 0);
}

const json = { 'Content-Type': 'application/problem+json' };
const piece = new ArrayBuffer(100);
const append = (status: number, headers: Readonly<Record<string, string>>) =>
  officeThatAnswers(status, headers).appendPiece('/v1/uploads/u', 1_000, piece, signal);

describe('the answer to a piece', () => {
  it('tells how far the file has come', async () => {
    expect(await append(204, { 'Upload-Offset': '1100' })).toEqual({ kind: 'ok', value: { offsetBytes: 1_100 } });
  });

  it('F35: that the office is further already is as good: it goes on from there', async () => {
    const answer = await append(409, { ...json, 'Upload-Offset': '1060' });
    expect(answer).toEqual({ kind: 'ok', value: { offsetBytes: 1_060 } });
  });

  it('F35: that the office has less, or does not say, is a conflict: it is asked', async () => {
    for (const headers of [{ 'Upload-Offset': '1000' }, { 'Upload-Offset': '0' }, { 'Upload-Offset': '-5' }, {}])
      expect(await append(409, { ...json, ...headers })).toEqual({ kind: 'offset-conflict' });
  });

  it('a page of somebody in between is never an offset', async () => {
    const answer = await append(409, { 'Content-Type': 'text/html', 'Upload-Offset': '1060' });
    expect(answer).toMatchObject({ kind: 'unreachable', reason: 'captive-portal' });
  });
});
