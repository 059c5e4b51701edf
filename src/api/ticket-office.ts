import type { Office, SendTicket } from '#sync/ports.ts';
import type { HttpClient } from './http-client.ts';
import { createOfficeClient } from './office-client.ts';

/**
 * The office as a ticket opens it. Who comes by one can't ask who they are: it is taken for good until it is answered
 * 401. For one run, so that the next one tries anew.
 */
export function createTicketOffice(http: HttpClient, nowMs: () => number, { ownerId, ticket }: SendTicket): Office {
  let isGood = true;
  const byTicket: HttpClient = {
    async send(request, signal) {
      const answer = await http.send({ ...request, ticket }, signal);
      if (answer.kind === 'answer' && answer.status === 401) isGood = false;
      return answer;
    },
  };
  const office = createOfficeClient(byTicket, nowMs);
  return {
    ...office,
    // A ticket hands in; nobody takes an application back with it.
    putChange: (...asked) =>
      asked[1].kind === 'revision' ? office.putChange(...asked) : Promise.resolve({ kind: 'sign-in-needed' }),
    // It reads nothing either: what only reading would tell waits for a sign-in.
    readApplication: () => Promise.resolve({ kind: 'sign-in-needed' }),
    whoAmI: () => Promise.resolve(isGood ? { kind: 'ok', value: { accountId: ownerId } } : { kind: 'sign-in-needed' }),
  };
}
