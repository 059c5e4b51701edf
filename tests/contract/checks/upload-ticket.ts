import { v7 as uuidv7 } from 'uuid';
import { UploadTicketGrant } from '#contract/identity-schemas.ts';
import { ReceiptWire } from '#contract/schemas.ts';
import type { ApiClient } from '../api-client.ts';
import { planApplication, readApplication, submit } from '../applications.ts';
import type { Check, CheckContext } from '../check.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';
import { sendDocuments } from '../uploads.ts';

/** For backends that name the feature "upload-ticket". */
export const uploadTicketChecks: readonly Check[] = [
  {
    id: 'ticket-hands-in',
    level: 'ticket',
    title: 'by its upload ticket a phone hands in for the owner of the ticket, with every paper, and hears so',
    async run(context) {
      const { phone, application } = await phoneWithTicket(context);
      const created = await submit(phone, application);
      expectStatus(created, 201);
      await sendDocuments(phone, application);
      const receipt = read(ReceiptWire, await submit(phone, application));
      expectEqual(
        receipt.registrationNumber,
        read(ReceiptWire, created).registrationNumber,
        'the number by the ticket',
      );
      const { view } = await readApplication(context.citizenA, application.path);
      expectEqual(view.id, application.id, 'what the owner of the ticket sees');
    },
  },
  {
    id: 'ticket-reads-nothing',
    level: 'ticket',
    title: 'an upload ticket reads nothing, not even what it has handed in',
    async run(context) {
      const { phone, application } = await phoneWithTicket(context);
      expectStatus(await submit(phone, application), 201);
      for (const path of ['/v1/me', '/v1/changes', application.path])
        expectStatus(await phone.get(path), 401, 403, 404);
    },
  },
  {
    id: 'ticket-of-one-owner',
    level: 'ticket',
    title: 'an upload ticket is of one owner and one phone',
    async run(context) {
      const { phone, application } = await phoneWithTicket(context);
      const others = planApplication(context.target);
      expectStatus(await submit(context.citizenB, others), 201);
      expectStatus(await submit(phone, others), 401, 403, 404);
      const elsewhere = { ...application, body: { ...application.body, device: { id: uuidv7(), sequence: 1 } } };
      expectStatus(await submit(phone, elsewhere), 401, 403);
    },
  },
  {
    id: 'ticket-ends',
    level: 'ticket',
    title: 'an upload ticket that was given back opens nothing any more, and its successor is another one',
    async run(context) {
      const { phone, application, ticket, ask } = await phoneWithTicket(context);
      const revoked = await phone.send({
        method: 'POST',
        path: '/v1/auth/revoke',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: ticket }),
      });
      expectStatus(revoked, 200);
      expectStatus(await submit(phone, application), 401);
      expectThat((await ask()) !== ticket, 'PUT /v1/me/upload-ticket gives out a ticket again that was given back');
    },
  },
];

async function phoneWithTicket({ citizenA, as, target }: CheckContext) {
  const device = uuidv7();
  const ask = async (): Promise<string> => {
    const answer = await citizenA.put('/v1/me/upload-ticket', { device });
    expectStatus(answer, 200);
    return read(UploadTicketGrant, answer).ticket;
  };
  const ticket = await ask();
  const phone: ApiClient = as('a phone by its ticket', ticket);
  const planned = planApplication(target);
  const application = { ...planned, body: { ...planned.body, device: { id: device, sequence: 1 } } };
  return { phone, application, ticket, ask };
}
