import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimedEntry } from '#domain/application/claimed-entry.ts';
import { isHere, keepClaimed } from '#storage/keep-claimed.ts';
import { outboxRow } from '#storage/rows.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await phone.rows.meta.put({ key: 'account', value: { accountId: 'siti', name: 'KANARI' } });
});
afterEach(() => {
  phone.end();
});

const claimed = (applicationId: string, accountId = 'siti') =>
  claimedEntry(
    {
      applicationId,
      serviceId: 'kia',
      registrationNumber: 'A-1',
      receivedAtMs: 5,
      office: null,
      isClaimed: false,
    },
    aReceipt({ applicationId }),
    { accountId, serviceName: { id: 'KIA' }, nowMs: 9 },
  );
const keep = (entry: ReturnType<typeof claimed>) => keepClaimed(phone.vault.inside.connection, entry);

it('stands in the list beside what was sent from here, is kept once, and is never offered to the office again', async () => {
  await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'sent', sequence: 7, ownerId: 'siti' })));
  for (const id of ['one', 'two', 'one']) expect(await keep(claimed(id))).toEqual({ kind: 'stored' });
  expect(await isHere(phone.vault.inside.connection, 'two')).toBe(true);
  expect(await isHere(phone.vault.inside.connection, 'three')).toBe(false);
  const rows = await phone.rows.outbox.orderBy('applicationId').toArray();
  expect(rows.map(({ applicationId, state }) => `${applicationId} ${state}`)).toEqual([
    'one delivered',
    'sent waiting',
    'two delivered',
  ]);
  // What has this mark is offered again when the office has lost it: there are no bytes of it here.
  expect(rows.filter(({ graceFromMs }) => graceFromMs !== undefined)).toEqual([]);
});

it("leaves an officer's own entry of this phone where it is, and keeps nothing for who has signed out", async () => {
  await phone.rows.outbox.put(outboxRow(anEntry({ applicationId: 'sent', sequence: 7, ownerId: 'petugas' })));
  expect(await keep(claimed('sent'))).toEqual({ kind: 'on-other-account' });
  expect(await keep(claimed('one', 'budi'))).toEqual({ kind: 'gone' });
  expect(await phone.rows.outbox.count()).toBe(1);
});
