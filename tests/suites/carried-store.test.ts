import { afterEach, beforeEach, expect, it } from 'vitest';
import { carriedOwner } from '#domain/application/carried.ts';
import { createCarriedStore } from '#storage/carried-store.ts';
import { countOthersWaiting, countVisible } from '#storage/outbox-rows.ts';
import { readTickets } from '#storage/tickets.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import { firstOf } from '#tests/fixtures/first-of.ts';

const envelope = bytesOf('{}');
const applicationId = 'application-1';
const carry = { ticket: 'carry.x', deviceId: 'device-1' };

const neverSent = anEntry({}).delivery;

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await phone.vault.inspect();
  const entry = anEntry({
    ownerId: carriedOwner(applicationId),
    sealed: { maskedName: null },
    envelope: { mediaType: 'application/json', ...(await fingerprint(envelope)) },
  });
  await phone.vault.shelf.takeIn(entry, envelope, [], carry);
});
afterEach(() => phone.end());

const store = () => createCarriedStore(phone.vault.inside.connection, phone.vault.inside.tripwire);
const read = <T>(ask: Parameters<typeof phone.vault.inside.connection.read<T>>[0]) =>
  phone.vault.inside.connection.read(ask);

it('is listed apart, sent by its own ticket, and counted as nobody’s who signs in', async () => {
  expect(await firstOf(store().live())).toMatchObject([{ applicationId }]);
  expect(await readTickets(phone.vault.inside.connection)).toEqual([
    { ownerId: carriedOwner(applicationId), ...carry },
  ]);
  await phone.vault.account.signIn({ accountId: 'b', name: 'KANARI' });
  expect(await read(countOthersWaiting)).toBe(0);
  expect(await read(countVisible)).toEqual({ waiting: 0, needsPerson: 0, delivered: 0 });
  expect(await phone.vault.outboxStore.readWaiting(carriedOwner(applicationId), -1, 5)).toMatchObject({
    entries: [{ applicationId }],
  });
});

it('goes also while it waits, for what it is sent by may have ended; whoever was sending it brings it back no more', async () => {
  const [entry] = (await phone.vault.outboxStore.readWaiting(carriedOwner(applicationId), -1, 5)).entries;
  expect(await store().forget(applicationId)).toBe(true);
  expect(await readTickets(phone.vault.inside.connection)).toEqual([]);
  expect(await phone.rows.payloads.get(applicationId)).toBeUndefined();
  const change = { documents: entry?.documents ?? [], delivery: entry?.delivery ?? neverSent };
  expect(await phone.vault.outboxStore.commit(applicationId, change, 9, 'strict')).toEqual({ kind: 'gone' });
  expect(await firstOf(store().live())).toEqual([]);
});

it('goes with all that belongs to it once it is delivered', async () => {
  const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: 1 } as const;
  await phone.vault.outboxStore.commit(applicationId, { documents: [], delivery }, 9, 'strict');
  expect(await store().forget(applicationId)).toBe(true);
  expect(await firstOf(store().live())).toEqual([]);
  expect(await readTickets(phone.vault.inside.connection)).toEqual([]);
  expect(await phone.rows.payloads.get(applicationId)).toBeUndefined();
});

it('is not what somebody else may forget by this way', async () => {
  const entry = anEntry({
    applicationId: 'own',
    sequence: 9,
    envelope: { mediaType: 'application/json', ...(await fingerprint(envelope)) },
  });
  await phone.vault.shelf.takeIn(entry, envelope, []);
  const delivery = { state: 'delivered', receipt: aReceipt({ applicationId: 'own' }), deliveredAtMs: 1 } as const;
  await phone.vault.outboxStore.commit('own', { documents: [], delivery }, 9, 'strict');
  expect(await store().forget('own')).toBe(false);
});
