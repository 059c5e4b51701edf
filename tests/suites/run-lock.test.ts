import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';

const ran = (): Promise<'ran'> => Promise.resolve('ran');

/** A Web Lock that another context holds, until it is stolen. */
function heldByAnother(): Pick<LockManager, 'request'> & { readonly stolen: () => number } {
  let stolen = 0;
  const request: unknown = async (_name: string, options: LockOptions, work: (lock: Lock | null) => unknown) => {
    if (options.steal !== true) return await work(null);
    stolen += 1;
    return await work({ name: 'ajukan-outbox', mode: 'exclusive' });
  };
  return { request: request as LockManager['request'], stolen: () => stolen };
}

describe('the lock of a run', () => {
  let phone: TestVault;
  beforeEach(async () => {
    phone = await openTestVault();
  });
  afterEach(() => {
    phone.end();
  });

  it('a full phone still sends: the reserve makes room for the lease (F7)', async () => {
    await phone.vault.keepHouse();
    phone.faults.fillDisk('meta', 1);
    expect(await phone.vault.runLock.withLock(ran)).toBe('ran');
    expect(await phone.rows.payloads.get('ballast')).toBeUndefined();
  });

  it('a phone that stays full is told apart from another sender', async () => {
    await phone.vault.keepHouse();
    phone.faults.fillDisk('meta');
    expect(await phone.vault.runLock.withLock(ran)).toBe('unavailable');
  });

  it('data of a newer release, or a closed store, is no other sender either (F18)', async () => {
    await phone.rows.meta.put({ key: 'schema', value: { schemaVersion: 99, minReader: 1 } });
    const older = phone.again();
    expect((await older.inspect()).kind).toBe('newer-data');
    expect(await older.runLock.withLock(ran)).toBe('unavailable');
    phone.vault.close();
    expect(await phone.vault.runLock.withLock(ran)).toBe('unavailable');
  });

  it('a worker that lived through an update sends nothing out of the newer release’s store (F18)', async () => {
    expect(await phone.vault.runLock.withLock(ran)).toBe('ran');
    await phone.rows.meta.put({ key: 'schema', value: { schemaVersion: 99, minReader: 1 } });
    expect(await phone.vault.runLock.withLock(ran)).toBe('unavailable');
  });

  it('a lease whose answer was lost is ours, not another holder’s', async () => {
    phone.faults.loseAnswer('meta', 1);
    expect(await phone.vault.runLock.withLock(ran)).toBe('ran');
  });

  it('a live holder keeps others out, and a stale one does not (F65)', async () => {
    await phone.rows.meta.put({ key: 'lease', value: { fence: 3, holder: 'another', beatAtMs: 990_000 } });
    expect(await phone.vault.runLock.withLock(ran)).toBe('held-elsewhere');
    await phone.rows.meta.put({ key: 'lease', value: { fence: 3, holder: 'another', beatAtMs: 980_000 } });
    expect(await phone.vault.runLock.withLock(({ fence }) => Promise.resolve(fence))).toBe(4);
  });

  it('a context that froze between its lock and its lease holds up nobody for longer than 15 s', async () => {
    await phone.rows.meta.put({ key: 'lease', value: { fence: 3, holder: null, beatAtMs: 0 } });
    let nowMs = 10_000_000;
    const locks = heldByAnother();
    const { runLock } = phone.again({ locks, nowMs: () => nowMs });
    expect(await runLock.withLock(ran)).toBe('held-elsewhere');
    nowMs += 14_000;
    expect(await runLock.withLock(ran)).toBe('held-elsewhere');
    nowMs += 1_000;
    expect(await runLock.withLock(ran)).toBe('ran');
    expect(locks.stolen()).toBe(1);
  });

  it('short runs of others, one after the other, are not taken for one that froze', async () => {
    let nowMs = 10_000_000;
    const locks = heldByAnother();
    const { runLock } = phone.again({ locks, nowMs: () => nowMs });
    for (let fence = 1; fence < 6; fence += 1) {
      await phone.rows.meta.put({ key: 'lease', value: { fence, holder: null, beatAtMs: nowMs } });
      expect(await runLock.withLock(ran)).toBe('held-elsewhere');
      nowMs += 10_000;
    }
    expect(locks.stolen()).toBe(0);
  });
});
