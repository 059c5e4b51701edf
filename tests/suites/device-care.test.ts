import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceOrder } from '#domain/device/device-order.ts';
import { createDeviceCareStore } from '#storage/device-care.ts';
import { readDeviceReport } from '#storage/device-report.ts';
import { eraseMine } from '#storage/erase-mine.ts';
import { ownedTables } from '#storage/owned-rows.ts';
import { draftRow, outboxRow } from '#storage/rows.ts';
import { readVoids } from '#storage/voids.ts';
import { wipePhone } from '#storage/wipe.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { aDocument, anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

let phone: TestVault;
beforeEach(async () => {
  phone = await openTestVault();
  await phone.rows.meta.bulkPut([
    { key: 'device', value: { deviceId: 'device-1', lastSequence: 5, epoch: 1 } },
    { key: 'account', value: { accountId: 'siti', name: 'KANARI' } },
    { key: 'vault-key', value: 'a secret of the lock' },
  ]);
});
afterEach(() => phone.end());

const store = () => createDeviceCareStore(phone.vault.inside.connection);
const report = () => readDeviceReport(phone.vault.inside.connection);
const ids = async (name: 'outbox' | 'drafts' | 'payloads') => phone.rows.table(name).toCollection().primaryKeys();

async function put(sequence: number, ownerId: string, change: Parameters<typeof anEntry>[0] = {}): Promise<void> {
  const applicationId = `app-${sequence}`;
  const documents = [aDocument({ id: `${applicationId}-paper` })];
  const entry = anEntry({ applicationId, sequence, ownerId, documents, ...change });
  await phone.rows.outbox.put(outboxRow(entry));
  for (const id of [applicationId, `${applicationId}-paper`]) await phone.rows.payloads.put({ id, bytes: bytesOf(id) });
}
const sealed = { sealed: { maskedName: null } } as const;
const delivered = { delivery: { state: 'delivered', deliveredAtMs: 1, receipt: aReceipt() } } as const;

const order: DeviceOrder = {
  id: 'order-1',
  deviceId: 'device-1',
  action: 'wipe',
  unsent: 'keep-sealed',
  accountId: null,
  by: 'office',
  orderedAtMs: 5,
  nonce: 'n',
};
const wipe = (change: Partial<DeviceOrder> = {}) =>
  wipePhone(phone.vault.inside.connection, phone.vault.inside.tripwire, { ...order, ...change }, (facts) => ({
    orderId: change.id ?? order.id,
    body: JSON.stringify(facts),
  }));

describe('the numbers of a phone', () => {
  it('of before this release are no loss; a number that goes missing later is named once', async () => {
    await put(2, 'siti');
    await put(4, 'siti', sealed);
    const first = await report();
    expect(first).toMatchObject({
      held: [
        { from: 2, to: 2 },
        { from: 4, to: 4 },
      ],
      voids: [
        { from: 1, to: 1, reason: 'not-recorded' },
        { from: 3, to: 3, reason: 'not-recorded' },
        { from: 5, to: 5, reason: 'not-recorded' },
      ],
      counts: { sealed: 1, unsealed: 1, drafts: 0 },
      readable: [{ id: 'app-2', serviceId: 'sku', state: 'waiting' }],
    });
    if (first === null) throw new Error('nothing to tell');
    expect(await store().reported(first.voids, [], first, 9)).toEqual([]);
    expect((await report())?.voids).toEqual([]);
    await phone.rows.outbox.delete('app-2');
    const later = await report();
    if (later === null) throw new Error('nothing to tell');
    // The office names also what the phone holds: it may have forgotten it.
    const missing = [
      { from: 2, to: 2 },
      { from: 4, to: 4 },
      { from: 8, to: 8 },
    ];
    expect(await store().reported(later.voids, missing, later, 9)).toEqual([{ from: 2, to: 2 }]);
    expect(await readVoids(phone.rows)).toEqual([{ from: 2, to: 2, reason: 'lost' }]);
    expect((await store().read())?.incidents).toEqual([{ kind: 'numbers-lost', numbers: '2' }]);
    expect(await store().reported([], missing, later, 9)).toEqual([]);
    await store().acknowledge();
    expect((await store().read())?.incidents).toEqual([]);
  });

  it('that were lost with the store are never called of before', async () => {
    await phone.rows.meta.put({ key: 'counted', value: true });
    expect((await report())?.voids).toEqual([]);
  });

  it('that a person takes back or deletes are void, and the office is told why', async () => {
    await put(1, 'siti', { untried: true });
    await put(2, 'siti');
    await put(3, 'budi');
    await phone.vault.shelf.reopenAsDraft('app-1', aDraft({ id: 'again', ownerId: 'siti' }));
    const { connection, tripwire } = phone.vault.inside;
    expect(await eraseMine(connection, tripwire, { accountId: 'siti', unsent: 1 })).toEqual({ kind: 'erased' });
    expect(await readVoids(phone.rows)).toEqual([
      { from: 1, to: 1, reason: 'withdrawn' },
      { from: 2, to: 2, reason: 'erased' },
    ]);
  });
});

describe('a wipe by order', () => {
  it('takes everybody’s and every key of a lock, keeps what is sealed and unsent, and says so', async () => {
    await put(1, 'siti');
    await put(2, 'budi', sealed);
    await put(3, 'siti', { ...sealed, ...delivered });
    await phone.rows.drafts.put(draftRow(aDraft({ id: 'd', ownerId: 'budi' })));
    expect(await wipe()).toMatchObject({
      deleted: { drafts: 1, applications: 2 },
      keptSealed: 1,
      neverSent: [{ from: 1, to: 1 }],
    });
    expect(await ids('drafts')).toEqual([]);
    expect(await ids('outbox')).toEqual(['app-2']);
    expect((await ids('payloads')).filter((id) => String(id).startsWith('app'))).toEqual(['app-2', 'app-2-paper']);
    const known = await store().read();
    expect(known).toMatchObject({
      accountId: null,
      done: ['order-1'],
      device: { deviceId: 'device-1', lastSequence: 5 },
    });
    expect(known?.incidents).toEqual([
      { kind: 'wiped', by: 'office', orderedAtMs: 5, drafts: 1, applications: 2, neverSent: 1, keptSealed: 1 },
    ]);
    expect(JSON.parse(known?.owed[0]?.body ?? '')).toMatchObject({ keptSealed: 1 });
    expect(await phone.rows.meta.get('vault-key')).toBeUndefined();
    expect(await readVoids(phone.rows)).toEqual([{ from: 1, to: 1, reason: 'wiped' }]);
    expect(await phone.again().inspect()).toEqual({ kind: 'healthy' });
  });

  it('takes the sealed as well where the order says so', async () => {
    await put(2, 'budi', sealed);
    expect(await wipe({ unsent: 'delete' })).toMatchObject({ keptSealed: 0, neverSent: [{ from: 2, to: 2 }] });
    expect(await ids('outbox')).toEqual([]);
  });

  it('by a person takes theirs, and nothing of another account', async () => {
    await put(1, 'siti');
    await put(2, 'budi');
    expect(await wipe({ accountId: 'budi', by: 'person' })).toMatchObject({ deleted: { applications: 1 } });
    expect(await ids('outbox')).toEqual(['app-1']);
    expect((await store().read())?.accountId).toBe('siti');
  });

  it('by somebody who has never used this phone takes nothing of nobody’s, and is not told as if it had', async () => {
    await put(1, 'siti');
    await phone.rows.drafts.put(draftRow(aDraft({ id: 'd', ownerId: null })));
    expect(await wipe({ accountId: 'a-courier', by: 'person', unsent: 'delete' })).toBeNull();
    expect(await ids('drafts')).toEqual(['d']);
    expect(await store().read()).toMatchObject({ done: ['order-1'], owed: [{ orderId: 'order-1' }], incidents: [] });
    // Who has: also where nothing of theirs is left but what sends for them.
    await phone.rows.meta.put({ key: 'ticket/budi', value: { ticket: 't', deviceId: 'device-1', renewedAtMs: 1 } });
    expect(await wipe({ id: 'order-2', accountId: 'budi', by: 'person' })).toMatchObject({ deleted: { drafts: 1 } });
  });

  it('leaves what is carried for others with all that it is sent by', async () => {
    await put(2, 'carried:app-2', sealed);
    const value = { ticket: 'carry', deviceId: 'device-2' };
    for (const key of ['ticket/carried:app-2', 'ticket/siti']) await phone.rows.meta.put({ key, value });
    expect(await wipe()).toMatchObject({ keptSealed: 1 });
    expect(await phone.rows.meta.get('ticket/carried:app-2')).toMatchObject({ value });
    expect(await phone.rows.meta.get('ticket/siti')).toBeUndefined();
  });

  it('is done once: what is made afterwards is nobody’s to delete', async () => {
    expect(await wipe()).not.toBeNull();
    await put(6, 'siti');
    expect(await wipe()).toBeNull();
    expect(await ids('outbox')).toEqual(['app-6']);
  });

  it('leaves out no table: whoever adds one says whose its rows are', () => {
    const aboutNobody = ['meta', 'catalogue', 'relaxed'];
    expect(phone.rows.tables.map(({ name }) => name).sort()).toEqual([...ownedTables, ...aboutNobody].sort());
  });
});
