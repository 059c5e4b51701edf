import { expect, it } from 'vitest';
import { createUploadTickets, type UploadTicketPorts } from './upload-ticket.ts';

type Own = Awaited<ReturnType<UploadTicketPorts['store']['read']>>;

const halfDayMs = 12 * 60 * 60 * 1000;

function phone(start: Own, sessionOf = 'siti') {
  let own = start;
  let nowMs = 0;
  const did: string[] = [];
  const tickets = createUploadTickets({
    store: {
      read: async () => own,
      keep: async (ownerId, held) => {
        did.push(`keep ${held.ticket} of ${ownerId}`);
        if (own !== null) own = { ...own, held };
      },
      forget: async (ownerId) => void did.push(`forget ${ownerId}`),
    },
    ask: async (deviceId) => {
      did.push(`ask ${deviceId}`);
      return sessionOf === '' ? null : { ticket: 't', accountId: sessionOf };
    },
    revoke: async (ticket) => void did.push(`revoke ${ticket}`),
    nowMs: () => nowMs,
  });
  return {
    tickets,
    did,
    at(ms: number) {
      nowMs = ms;
    },
  };
}

const siti = { accountId: 'siti', deviceId: 'd', held: null };

it('is asked for once, and again after half a day', async () => {
  const { tickets, did, at } = phone(siti);
  await tickets.renew('by-the-way');
  await tickets.renew('by-the-way');
  expect(did).toEqual(['ask d', 'keep t of siti']);
  at(halfDayMs);
  await tickets.renew('by-the-way');
  expect(did).toEqual(['ask d', 'keep t of siti', 'ask d', 'keep t of siti']);
});

it('is asked for at once by who has just signed in, and by nobody else while an answer was just no', async () => {
  const { tickets, did } = phone({ ...siti, held: { ticket: 't', deviceId: 'd', renewedAtMs: 0 } });
  await tickets.renew('by-the-way');
  expect(did).toEqual([]);
  await tickets.renew('signed-in');
  expect(did).toEqual(['ask d', 'keep t of siti']);
  const refused = phone(siti, '');
  await refused.tickets.renew('by-the-way');
  await refused.tickets.renew('by-the-way');
  expect(refused.did).toEqual(['ask d']);
});

it("is not kept under this person's name where the browser's session is of another", async () => {
  const { tickets, did } = phone(siti, 'budi');
  await tickets.renew('signed-in');
  expect(did).toEqual(['ask d']);
});

it('is given back by who had it, also when somebody else uses the phone by then', async () => {
  const { tickets, did } = phone({ ...siti, held: { ticket: 'old', deviceId: 'd', renewedAtMs: 0 } });
  expect(await tickets.isHeld()).toBe(true);
  const giveBack = await tickets.takeBack();
  await giveBack();
  expect(did).toEqual(['forget siti', 'revoke old']);
  const without = phone(siti);
  expect(await without.tickets.isHeld()).toBe(false);
  await (await without.tickets.takeBack())();
  await (await phone(null).tickets.takeBack())();
  expect(without.did).toEqual([]);
});
