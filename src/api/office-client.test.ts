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

  it('that no PATCH comes through, in a page of somebody in between, has the same piece go as a POST from then on (F39)', async () => {
    const asked: string[] = [];
    const office = createOfficeClient(
      createHttpClient({
        baseUrl: 'https://office.test',
        fetch: (_url, init) => {
          const { method = '', headers } = init ?? {};
          const override = new Headers(headers).get('x-http-method-override');
          asked.push(override === null ? method : `${method} for ${override}`);
          if (method === 'PATCH')
            return Promise.resolve(
              new Response('Not allowed', { status: 405, headers: { 'Content-Type': 'text/html' } }),
            );
          const offset = Number(new Headers(headers).get('upload-offset')) + piece.byteLength;
          return Promise.resolve(new Response(null, { status: 204, headers: { 'Upload-Offset': String(offset) } }));
        },
      }),
      () => 0,
    );
    const send = (offset: number) => office.appendPiece('/v1/uploads/u', offset, piece, signal);
    expect(await send(0)).toEqual({ kind: 'ok', value: { offsetBytes: 100 } });
    expect(await send(100)).toEqual({ kind: 'ok', value: { offsetBytes: 200 } });
    expect(asked).toEqual(['PATCH', 'POST for PATCH', 'POST for PATCH']);
  });

  it('F39: a page that forbids PATCH for a while strands no upload at an office that knows no POST', async () => {
    let isShut = true;
    const office = createOfficeClient(
      createHttpClient({
        baseUrl: 'https://office.test',
        fetch: (_url, init) => {
          if (init?.method === 'POST') return Promise.resolve(new Response('{}', { status: 404, headers: json }));
          if (isShut)
            return Promise.resolve(new Response('', { status: 403, headers: { 'Content-Type': 'text/html' } }));
          return Promise.resolve(new Response(null, { status: 204, headers: { 'Upload-Offset': '100' } }));
        },
      }),
      () => 0,
    );
    const send = () => office.appendPiece('/v1/uploads/u', 0, piece, signal);
    // Never "that upload is gone", which would have all of it sent once more.
    expect(await send()).toMatchObject({ kind: 'unreachable', reason: 'captive-portal' });
    isShut = false;
    expect(await send()).toEqual({ kind: 'ok', value: { offsetBytes: 100 } });
  });

  it('F39: a network that answers all with a page of its own leaves no upload that goes as a POST only', async () => {
    const asked: string[] = [];
    let isShut = true;
    const office = createOfficeClient(
      createHttpClient({
        baseUrl: 'https://office.test',
        fetch: (_url, { method = '' } = {}) => {
          asked.push(method);
          const page = { 'Content-Type': 'text/html' };
          if (isShut)
            return Promise.resolve(new Response('', { status: method === 'POST' ? 200 : 403, headers: page }));
          if (method === 'POST') return Promise.resolve(new Response('{}', { status: 404, headers: json }));
          return Promise.resolve(new Response(null, { status: 204, headers: { 'Upload-Offset': '100' } }));
        },
      }),
      () => 0,
    );
    const send = () => office.appendPiece('/v1/uploads/u', 0, piece, signal);
    expect(await send()).toMatchObject({ kind: 'unreachable', reason: 'captive-portal' });
    isShut = false;
    for (let piecesSent = 0; piecesSent < 2; piecesSent += 1)
      expect(await send()).toEqual({ kind: 'ok', value: { offsetBytes: 100 } });
    expect(asked).toEqual(['PATCH', 'POST', 'POST', 'PATCH', 'PATCH']);
  });

  it('that the office itself refuses is no reason to send it in another way', async () => {
    expect(await append(403, json)).toMatchObject({ kind: 'refused', status: 403 });
  });
});
