import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxRow } from '#storage/rows.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('the bytes of what was delivered', () => {
  let nowMs: number;
  let phone: TestVault;
  beforeEach(async () => {
    nowMs = 100 * dayMs;
    phone = await openTestVault({ nowMs: () => nowMs });
  });
  afterEach(() => {
    phone.end();
  });

  async function deliver(applicationId: string, sequence: number): Promise<void> {
    const delivery = {
      state: 'delivered',
      receipt: aReceipt({ applicationId }),
      deliveredAtMs: nowMs,
    } as const;
    await phone.rows.outbox.put(outboxRow(anEntry({ applicationId, sequence, delivery })));
    await phone.rows.payloads.put({ id: applicationId, bytes: bytesOf('{}') });
  }
  async function startOnDays(count: number): Promise<void> {
    for (let day = 0; day < count; day += 1) {
      await phone.vault.keepHouse();
      nowMs += dayMs;
    }
  }
  const kept = (): Promise<number> => phone.rows.payloads.where('id').notEqual('ballast').count();

  it('go when the clock and the days on which the app was started both say that the grace is over (I17)', async () => {
    await deliver('application-1', 1);
    await startOnDays(14);
    expect(await kept()).toBe(1);
    await startOnDays(1);
    expect(await kept()).toBe(0);
    expect((await phone.rows.outbox.get('application-1'))?.entry.delivery.state).toBe('delivered');
    expect((await phone.vault.outboxStore.readHeld('account-a', 0, 10)).entries).toEqual([]);
  });

  it('stay when a clock jumps ten years ahead, however often the app is opened then (F67)', async () => {
    await startOnDays(30);
    await deliver('application-1', 1);
    nowMs += 3650 * dayMs;
    for (let start = 0; start < 20; start += 1) {
      await phone.vault.keepHouse();
      nowMs += 60_000;
    }
    expect(await kept()).toBe(1);
    nowMs -= 3650 * dayMs;
    await startOnDays(6);
    expect(await kept()).toBe(1);
  });

  it('go in one start, however many they are', async () => {
    for (let sequence = 1; sequence <= 250; sequence += 1) await deliver(`application-${String(sequence)}`, sequence);
    await startOnDays(15);
    expect(await kept()).toBe(0);
  });

  const tell = (status: 'returned' | 'submitted') =>
    phone.rows.tracked.put({ applicationId: 'application-1', status, version: 2, changedAtMs: nowMs, reason: null });
  const about = { kind: 'revision', applicationId: 'application-1', seenVersion: 2 } as const;

  it('stay while the office waits for a repair, and go when it does so no more', async () => {
    await deliver('application-1', 1);
    await tell('returned');
    await startOnDays(40);
    expect(await kept()).toBe(1);
    await tell('submitted');
    await startOnDays(15);
    expect(await kept()).toBe(0);
  });

  it('go after 90 days in which nobody has repaired what was given back', async () => {
    await deliver('application-1', 1);
    await tell('returned');
    await startOnDays(89);
    expect(await kept()).toBe(1);
    await startOnDays(10);
    expect(await kept()).toBe(0);
  });

  it('stay for as long as a repair of it does: until it is received, and its own grace is over', async () => {
    await deliver('application-1', 1);
    const repair = anEntry({ applicationId: 'change-1', sequence: 2, about });
    await phone.rows.outbox.put(outboxRow(repair));
    await startOnDays(120);
    expect(await kept()).toBe(1);
    const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: nowMs } as const;
    await phone.rows.outbox.put(outboxRow({ ...repair, delivery }));
    await startOnDays(14);
    expect(await kept()).toBe(1);
    await startOnDays(16);
    expect(await kept()).toBe(0);
  });

  it('of a resident go as they were told, unless a repair waits', async () => {
    const delivery = { state: 'delivered', receipt: aReceipt(), deliveredAtMs: nowMs } as const;
    await phone.rows.outbox.put(outboxRow(anEntry({ delivery, residentId: 'resident-1' })));
    await phone.rows.payloads.put({ id: 'application-1', bytes: bytesOf('{}') });
    await tell('returned');
    await startOnDays(15);
    expect(await kept()).toBe(0);
  });

  it('stay while the receipt lacks a paper, for as long as it takes (C3, C5)', async () => {
    const receipt = aReceipt({ missingDocumentIds: ['document-1'] });
    const delivery = { state: 'delivered', receipt, deliveredAtMs: nowMs } as const;
    await phone.rows.outbox.put(outboxRow(anEntry({ delivery })));
    await phone.rows.payloads.put({ id: 'application-1', bytes: bytesOf('{}') });
    await startOnDays(40);
    expect(await kept()).toBe(1);
  });
});
