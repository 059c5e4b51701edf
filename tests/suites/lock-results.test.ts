import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GivenFile } from '#domain/application/given-result.ts';
import { residentRow } from '#storage/resident-rows.ts';
import { outboxRow } from '#storage/rows.ts';
import { purgeHiddenResidents } from '#storage/purge-residents.ts';
import type { LockSecret } from '#services/lock/menu-lock.ts';
import { onDisk, owner } from '#tests/fixtures/kept-things.ts';
import { startPage, type Page } from '#tests/fixtures/lock-page.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';

const pin: LockSecret = { way: 'pin', text: '280194' };
const pdf = bytesOf('%PDF-1.7 KANARI');
const resident = { id: 'r', name: 'W', nik: '', phone: '', area: '', note: '', addedAtMs: 1, changedAtMs: 1 };

let file: GivenFile;
let phone: TestVault;
let page: Page;

beforeEach(async () => {
  phone = await openTestVault();
  await phone.vault.account.signIn({ accountId: owner, name: 'A' });
  const named = { id: 'result-1', title: 'Surat', number: null, givenAtMs: 1 };
  file = { kind: 'file', ...named, ...(await fingerprint(pdf)) };
  const delivery = { state: 'delivered', receipt: aReceipt({ applicationId: 'a' }), deliveredAtMs: 5 } as const;
  const entry = anEntry({ applicationId: 'a', ownerId: owner, residentId: 'r' });
  await phone.rows.outbox.put(outboxRow({ ...entry, delivery }));
  await phone.rows.residents.put(residentRow({ ...resident, ownerId: owner }));
  await phone.rows.tracked.put({
    applicationId: 'a',
    status: 'done',
    version: 2,
    changedAtMs: 2,
    reason: null,
    timeline: { steps: [], due: null, office: null, heardAtMs: 1, results: [file] },
  });
  page = start();
});
afterEach(() => phone.end());

const start = (): Page => startPage(phone, { texts: new Map(), nowMs: () => 1_000_000, isRequired: () => false });
const signIn = (accountId: string) => phone.vault.account.signIn({ accountId, name: accountId });
async function opens(from: Page = page): Promise<boolean> {
  const read = await from.results.read('a', file);
  return read !== null && Buffer.from(read).equals(Buffer.from(pdf));
}

describe('R3: a document that an office gave, under a lock', () => {
  it('lies there unreadable, opens for who unlocks, and for nobody else', async () => {
    await page.lock.setUp(pin);
    expect(await page.results.keep('a', file, pdf)).toBe('kept');
    expect(await onDisk(phone)).not.toContain('%PDF');
    expect(await opens()).toBe(true);
    page = start();
    await page.lock.look();
    expect(await opens()).toBe(false);
    expect(await page.results.keep('a', file, pdf)).toBe('not-kept');
    await page.lock.unlock(pin);
    expect(await opens()).toBe(true);
    await signIn('account-b');
    await page.lock.look();
    expect(await opens()).toBe(false);
  });

  it('goes under it with the rest when one is set up, however often that fails, and comes out when it is taken away', async () => {
    expect(await page.results.keep('a', file, pdf)).toBe('kept');
    expect(await onDisk(phone)).toContain('%PDF');
    phone.faults.abort('payloads', 2);
    await page.lock.setUp(pin);
    page = start();
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await expect.poll(() => onDisk(phone), { timeout: 5_000 }).not.toContain('%PDF');
    expect(await opens()).toBe(true);
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
    expect(await onDisk(phone)).toContain('%PDF');
    expect(await opens(start())).toBe(true);
  });

  it('damaged, it keeps nobody from taking the lock away: it goes, and the office has it still', async () => {
    await page.lock.setUp(pin);
    await page.results.keep('a', file, pdf);
    await phone.rows.payloads.put({ id: file.id, bytes: bytesOf('noise'), locked: true });
    expect(await opens()).toBe(false);
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
    expect(await phone.rows.payloads.get(file.id)).toBeUndefined();
  });

  it('given anew under its number by the office, the old one is not shown', async () => {
    await page.lock.setUp(pin);
    await page.results.keep('a', file, pdf);
    expect(await page.results.read('a', { ...file, sha256: 'another' })).toBeNull();
  });

  it('is not put under a lock that was taken away while it was sealed', async () => {
    await page.lock.setUp(pin);
    const sleeping = start();
    await sleeping.lock.unlock(pin);
    await page.lock.remove(pin);
    expect(await sleeping.results.keep('a', file, pdf)).toBe('not-kept');
    expect(await start().results.keep('a', file, pdf)).toBe('kept');
  });

  it('goes with the folder of the resident whom it is for, and is not kept again', async () => {
    await page.lock.setUp(pin);
    await page.results.keep('a', file, pdf);
    await phone.rows.residents.put(residentRow({ ...resident, ownerId: owner }, 5));
    await purgeHiddenResidents(phone.vault.inside.connection, 10);
    expect(await phone.rows.payloads.get(file.id)).toBeUndefined();
    expect(await page.results.keep('a', file, pdf)).toBe('not-kept');
  });
});
