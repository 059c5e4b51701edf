import { expect, it } from 'vitest';
import { bytesOf } from '#tests/fixtures/payload.ts';
import { createHttpClient } from './http-client.ts';
import { createOfficeClient } from './office-client.ts';
import { createTicketOffice } from './ticket-office.ts';

const never = new AbortController().signal;
const envelope = { mediaType: 'application/json', bytes: bytesOf('{}') };
const receipt = {
  id: 'a-1',
  registrationNumber: 'R-1',
  status: 'submitted',
  version: 4,
  receivedAt: '2026-11-27T01:00:00.000Z',
  missingDocuments: [],
};

function office() {
  const sent: (readonly [string, string | null, string | null])[] = [];
  const http = createHttpClient({
    baseUrl: 'https://kantor.example',
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      sent.push([new URL(String(url)).pathname, headers.get('if-match'), headers.get('idempotency-key')]);
      return new Response(JSON.stringify(receipt), { status: 201, headers: { 'Content-Type': 'application/json' } });
    },
  });
  return { http, sent };
}

it('a change goes under its own id, to the application that it is about, with the version that was seen', async () => {
  const { http, sent } = office();
  const about = { applicationId: 'a-1', seenVersion: 3 };
  const client = createOfficeClient(http, () => 0);
  const answer = await client.putChange('r-1', { kind: 'revision', ...about }, envelope, never);
  await client.putChange('w-1', { kind: 'withdrawal', ...about }, envelope, never);
  expect(answer).toMatchObject({ kind: 'ok', value: { applicationId: 'a-1', version: 4 } });
  expect(sent).toEqual([
    ['/v1/applications/a-1/revisions/r-1', '"3"', '"r-1"'],
    ['/v1/applications/a-1/withdrawals/w-1', '"3"', '"w-1"'],
  ]);
});

it('a ticket hands in a repair, and takes nothing back', async () => {
  const { http, sent } = office();
  const byTicket = createTicketOffice(http, () => 0, { ownerId: 'siti', deviceId: 'd', ticket: 'ticket.x.y' });
  const about = { applicationId: 'a-1', seenVersion: 3 };
  expect(await byTicket.putChange('w-1', { kind: 'withdrawal', ...about }, envelope, never)).toEqual({
    kind: 'sign-in-needed',
  });
  expect(await byTicket.putChange('r-1', { kind: 'revision', ...about }, envelope, never)).toMatchObject({
    kind: 'ok',
  });
  expect(sent.map(([target]) => target)).toEqual(['/v1/applications/a-1/revisions/r-1']);
});
