import { expect, it } from 'vitest';
import type { HttpClient } from './http-client.ts';
import { fetchTimeline } from './timeline.ts';

const view = {
  id: 'a',
  status: 'returned',
  version: 3,
  updatedAt: '2026-11-27T01:00:00.000Z',
  reason: 'KANARI buram',
  fields: ['/nama'],
  documents: [],
  data: { nama: 'KANARI' },
};

const answering = (body: object): HttpClient => ({
  send: async () => ({ kind: 'answer', status: 200, header: () => null, mediaType: 'application/json', body }),
});

it('tells the short reason of a step, and none that only a newer release has words for', async () => {
  const step = {
    at: '2026-11-27T01:00:00.000Z',
    action: 'return',
    status: 'returned',
    by: 'official',
    reason: 'buram',
  };
  const history = ['unreadable', 'toString', undefined].map((reasonCode) => ({ ...step, reasonCode }));
  const told = await fetchTimeline(answering({ ...view, history }), () => 9, 'a');
  expect(told?.timeline?.steps.map(({ reasonCode }) => reasonCode)).toEqual(['unreadable', undefined, undefined]);
});

it('asks for no answers, and is content with what comes without them', async () => {
  const asked: unknown[] = [];
  const { data: _data, documents: _documents, ...short } = { ...view, status: 'in_process' };
  const http: HttpClient = {
    send: (request, signal) => {
      asked.push(request.headers);
      return answering(short).send(request, signal);
    },
  };
  expect(await fetchTimeline(http, () => 9, 'a')).toMatchObject({ status: 'in_process', version: 3 });
  expect(asked).toEqual([{ Prefer: 'return=minimal' }]);
});

it('brings what was marked for repair along, with the answers: perhaps there is no signal any more when it begins', async () => {
  const http: HttpClient = {
    send: async () => ({
      kind: 'answer',
      status: 200,
      header: () => null,
      mediaType: 'application/json',
      body: view,
    }),
  };
  const told = await fetchTimeline(http, () => 9, 'a');
  expect(told?.repair).toEqual({ fields: ['/nama'], papers: [], answers: { nama: 'KANARI' } });
});
