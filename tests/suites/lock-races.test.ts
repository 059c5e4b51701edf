import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '#media/sha256.ts';
import type { LockSecret } from '#services/lock/menu-lock.ts';
import { createLockStore } from '#storage/lock/lock-store.ts';
import { turnRows, type RowTurner } from '#storage/lock/turn-rows.ts';
import { aPaper } from '#tests/fixtures/draft.ts';
import { draft, keepThings, onDisk, owner, photo, whole } from '#tests/fixtures/kept-things.ts';
import { startPage, type Page } from '#tests/fixtures/lock-page.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';

const pin: LockSecret = { way: 'pin', text: '280194' };
let phone: TestVault;
let page: Page;
const texts = new Map<string, string>();

beforeEach(async () => {
  texts.clear();
  phone = await openTestVault();
  await phone.vault.account.signIn({ accountId: owner, name: 'A' });
  page = start();
});
afterEach(() => phone.end());

function start(): Page {
  return startPage(phone, { texts, nowMs: () => 1_000_000, isRequired: () => false });
}

describe('R3: a lock costs nobody their work', () => {
  it('what the disk claims to have sealed and has not is as it was, and is sealed another time', async () => {
    await keepThings(page);
    const nothing = (row: unknown) => Object.assign({}, row, { bytes: new ArrayBuffer(0) });
    phone.faults.corrupt('payloads', nothing, 1);
    await page.lock.setUp(pin);
    // Folders come last.
    await expect.poll(async () => (await phone.rows.residents.get('resident-1'))?.resident.locked).toBeDefined();
    await whole(page);
    page = start();
    phone.faults.corrupt('payloads', nothing, 1);
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    page = start();
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await expect.poll(() => onDisk(phone), { timeout: 5_000 }).not.toContain('KANARI');
    await whole(page);
  });

  it('who witnessed a consent is hidden, too: of a form that is begun, of one that is agreed to later, and of one from before', async () => {
    const said = { textVersion: 'x', language: 'id', method: 'spoken', givenAtMs: 1, proof: 'KANARI digest' } as const;
    const consent = { ...said, witness: 'KANARI Saksi' };
    const ofOne = { ...draft, residentId: 'resident-1', consent };
    await keepThings(page);
    await page.drafts.addDraft({ ...ofOne, id: 'draft-2' });
    await page.lock.setUp(pin);
    await expect.poll(() => onDisk(phone), { timeout: 5_000 }).not.toContain('KANARI');
    await page.drafts.addDraft({ ...ofOne, id: 'draft-3' });
    expect(await page.residents.giveConsent('draft-1', 'resident-1', consent, 2)).toEqual({ kind: 'stored' });
    expect(await onDisk(phone)).not.toContain('KANARI');
    const drafts = ['draft-1', 'draft-2', 'draft-3'];
    for (const id of drafts) expect((await page.drafts.readDraft(id))?.consent).toEqual(consent);
    expect(await page.residents.withdrawConsent('resident-1', 3)).toEqual({ kind: 'stored' });
    expect((await page.drafts.readDraft('draft-2'))?.consent).toEqual({ ...consent, withdrawnAtMs: 3 });
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
    page = start();
    await whole(page);
    for (const id of drafts) expect((await page.drafts.readDraft(id))?.consent?.witness).toBe('KANARI Saksi');
  });

  it('what another tab has changed meanwhile is not written over by what was read before', async () => {
    await page.lock.setUp(pin);
    const store = createLockStore(phone.vault.inside.connection);
    const { row } = await store.read();
    const next: LockSecret = { way: 'pin', text: '730518' };
    expect(await start().lock.change(pin, next)).toEqual({ kind: 'changed' });
    expect(row).not.toBeNull();
    if (row !== null) expect(await store.write({ ...row, attempts: { ...row.attempts } })).toEqual({ kind: 'gone' });
    expect(await start().lock.unlock(next)).toEqual({ kind: 'open' });
  });

  it('taken away, nothing goes under it any more: neither from a tab that slept, nor by what was still sealing', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    const sleeping = start();
    expect(await sleeping.lock.unlock(pin)).toEqual({ kind: 'open' });
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
    const late = { answers: { nama: 'KANARI late' }, place: 'x', updatedAtMs: 9 };
    const refused = { kind: 'failed', reason: 'closed' };
    expect(await sleeping.drafts.saveAnswers('draft-1', late, 'relaxed')).toEqual(refused);
    const added = { ...(await aPaper(photo)), id: 'paper-2' };
    expect(await sleeping.drafts.addDocument(added, photo)).toEqual(refused);
    const locked = bytesOf('sealed');
    const sealing: RowTurner = {
      isTurned: () => false,
      isDraftTurned: () => false,
      draft: async (one) => ({ ...one, answers: {}, locked }),
      document: async ({ paper }) => ({ paper: { ...paper, locked }, bytes: locked }),
      walletPaper: async ({ paper }) => ({ paper: { ...paper, locked }, bytes: locked }),
      resident: async (one) => ({ ...one, locked }),
      result: async () => ({ bytes: locked, locked: true }),
      repair: async (_id, repair) => repair,
    };
    const lock = { lockId: 'lock-1', owner, state: 'on' } as const;
    expect(await turnRows(phone.vault.inside.connection, sha256Hex, lock, sealing)).toEqual({ left: 4, damaged: 0 });
    page = start();
    await whole(page);
  });

  it('a try that took long forgives the tries, and does not bring back a way in that was changed meanwhile', async () => {
    await page.lock.setUp(pin);
    const store = createLockStore(phone.vault.inside.connection);
    const { row } = await store.read();
    if (row === null) throw new Error('no lock');
    const next: LockSecret = { way: 'pin', text: '918273' };
    expect(await page.lock.change(pin, next)).toEqual({ kind: 'changed' });
    expect(await store.forgive(row)).toMatchObject({ lockId: row.lockId });
    page = start();
    expect(await page.lock.unlock(next)).toEqual({ kind: 'open' });
  });
});
