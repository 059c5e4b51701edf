import { afterEach, beforeEach, expect, it } from 'vitest';
import { eraseMine } from '#storage/erase-mine.ts';
import { createTicketStore } from '#storage/ticket-store.ts';
import { readTickets } from '#storage/tickets.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await phone.vault.inspect();
});
afterEach(() => phone.end());

const tickets = () => createTicketStore(phone.vault.inside.connection);
const all = () => readTickets(phone.vault.inside.connection);

it('are kept for each owner, read for everybody, and forgotten one by one', async () => {
  expect(await tickets().read()).toBeNull();
  await phone.vault.account.signIn({ accountId: 'a', name: 'KANARI' });
  const own = await tickets().read();
  expect(own).toMatchObject({ accountId: 'a', held: null });
  const deviceId = own?.deviceId ?? '';
  await tickets().keep('a', { ticket: 'ta', deviceId, renewedAtMs: 1 });
  await tickets().keep('b', { ticket: 'tb', deviceId, renewedAtMs: 2 });
  expect(await all()).toEqual([
    { ownerId: 'a', ticket: 'ta', deviceId },
    { ownerId: 'b', ticket: 'tb', deviceId },
  ]);
  expect((await tickets().read())?.held).toEqual({ ticket: 'ta', deviceId, renewedAtMs: 1 });
  await tickets().forget('a');
  expect(await all()).toEqual([{ ownerId: 'b', ticket: 'tb', deviceId }]);
});

it('go with what is theirs, and stay with what is another’s', async () => {
  await phone.vault.account.signIn({ accountId: 'a', name: 'KANARI' });
  await tickets().keep('a', { ticket: 'ta', deviceId: 'd', renewedAtMs: 1 });
  await tickets().keep('b', { ticket: 'tb', deviceId: 'd', renewedAtMs: 2 });
  const { connection, tripwire } = phone.vault.inside;
  expect(await eraseMine(connection, tripwire, { accountId: 'a', unsent: 0 })).toEqual({ kind: 'erased' });
  expect(await all()).toEqual([{ ownerId: 'b', ticket: 'tb', deviceId: 'd' }]);
});
