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
