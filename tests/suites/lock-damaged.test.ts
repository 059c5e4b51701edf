import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockSecret } from '#services/lock/menu-lock.ts';
import { keepThings, onDisk, owner } from '#tests/fixtures/kept-things.ts';
import { startPage, type Page } from '#tests/fixtures/lock-page.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

const pin: LockSecret = { way: 'pin', text: '280194' };
let phone: TestVault;
let page: Page;

beforeEach(async () => {
  phone = await openTestVault();
  await phone.vault.account.signIn({ accountId: owner, name: 'A' });
  page = start();
});
afterEach(() => phone.end());

function start(): Page {
  return startPage(phone, { texts: new Map(), nowMs: () => 1_000_000, isRequired: () => false });
}

async function untilSealed(): Promise<void> {
  await expect.poll(() => onDisk(phone), { timeout: 5_000 }).not.toContain('KANARI');
}

describe('a lock over what is damaged, and on a full phone', () => {
  it('taken away with a damaged paper says so, goes on with the rest, and deletes only at the person’s word', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    await untilSealed();
    await phone.rows.payloads.put({ id: 'kept-1', bytes: bytesOf('something else') });
    expect(await page.lock.remove(pin)).toEqual({ kind: 'damaged', count: 1 });
    expect((await page.drafts.readDraft('draft-1'))?.answers).toEqual({ nama: 'KANARI Siti' });
    expect(await phone.rows.wallet.count()).toBe(1);
    page = start();
    expect(await page.lock.remove(pin, 'damaged')).toEqual({ kind: 'changed' });
    expect(await page.lock.status()).toMatchObject({ kind: 'none' });
    expect(await phone.rows.wallet.count()).toBe(0);
    expect((await page.drafts.readDocument('paper-1'))?.document.fileName).toBe('KANARI.jpg');
  });

  it('answers that a damaged row hides are given up alone, with form and folder still there', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    await untilSealed();
    const row = await phone.rows.drafts.get('draft-1');
    if (row === undefined) throw new Error('no draft');
    await phone.rows.drafts.put({ ...row, draft: { ...row.draft, locked: bytesOf('something else') } });
    expect(await page.lock.remove(pin)).toEqual({ kind: 'damaged', count: 1 });
    expect(await page.lock.remove(pin, 'damaged')).toEqual({ kind: 'changed' });
    expect((await page.drafts.readDraft('draft-1'))?.answers).toEqual({});
    expect(await page.residents.readResident('resident-1')).toMatchObject({ name: 'KANARI Warga' });
  });

  it('what could not be sealed, for want of room, is said, and sealed at the next word', async () => {
    await keepThings(page);
    phone.faults.abort('payloads', 2);
    await page.lock.setUp(pin);
    await expect.poll(() => page.lock.rest.getSnapshot(), { timeout: 5_000 }).toBe('failed');
    page.lock.sealRest();
    await expect.poll(() => page.lock.rest.getSnapshot(), { timeout: 5_000 }).toBe('done');
    expect(await onDisk(phone)).not.toContain('KANARI');
  });
});
