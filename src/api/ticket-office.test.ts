import { expect, it } from 'vitest';
import { createHttpClient } from './http-client.ts';
import { createTicketOffice } from './ticket-office.ts';

const never = new AbortController().signal;
const ticket = { ownerId: 'siti', deviceId: 'd', ticket: 'ticket.x.y' };

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
  readonly credentials: string | undefined;
}

function office(status: number) {
  const sent: Sent[] = [];
  const http = createHttpClient({
    baseUrl: 'https://kantor.example',
    fetch: async (url, init) => {
      const authorization = new Headers(init?.headers).get('authorization');
      sent.push({ url: String(url), authorization, credentials: init?.credentials });
      return new Response('{}', { status, headers: { 'Content-Type': 'application/problem+json' } });
    },
  });
  return { office: createTicketOffice(http, () => 0, ticket), sent };
}

it('sends its ticket in place of the session, and to no other office than its own', async () => {
  const { office: byTicket, sent } = office(503);
  await byTicket.readOffset('/v1/uploads/x', never);
  await byTicket.readOffset('https://elsewhere.example/x', never);
  expect(sent).toEqual([
    { url: 'https://kantor.example/v1/uploads/x', authorization: 'Bearer ticket.x.y', credentials: 'omit' },
    { url: 'https://elsewhere.example/x', authorization: null, credentials: 'omit' },
  ]);
});

it('takes itself for its owner until the office says 401', async () => {
  const known = office(503).office;
  await known.readOffset('/v1/uploads/x', never);
  expect(await known.whoAmI(never)).toEqual({ kind: 'ok', value: { accountId: 'siti' } });
  const ended = office(401).office;
  expect(await ended.whoAmI(never)).toEqual({ kind: 'ok', value: { accountId: 'siti' } });
  expect(await ended.readOffset('/v1/uploads/x', never)).toEqual({ kind: 'sign-in-needed' });
  expect(await ended.whoAmI(never)).toEqual({ kind: 'sign-in-needed' });
});
