import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newEntry, plainEnvelopeType } from '#domain/application/submission.ts';
import type { LockSecret } from '#services/lock/menu-lock.ts';
import { eraseMine } from '#storage/erase-mine.ts';
import { lookAtDraft } from '#storage/first-look.ts';
import { aPaper } from '#tests/fixtures/draft.ts';
import { draft, keepThings, onDisk, owner, photo, whole } from '#tests/fixtures/kept-things.ts';
import { startPage, type Page } from '#tests/fixtures/lock-page.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';

const pin: LockSecret = { way: 'pin', text: '280194' };

let phone: TestVault;
let page: Page;
let nowMs = 0;
let sealsAlways = false;
const texts = new Map<string, string>();

beforeEach(async () => {
  nowMs = 1_000_000;
  sealsAlways = false;
  texts.clear();
  phone = await openTestVault();
  await phone.vault.account.signIn({ accountId: owner, name: 'A' });
  page = start();
});
afterEach(() => phone.end());

function start(): Page {
  return startPage(phone, { texts, nowMs: () => nowMs, isRequired: () => sealsAlways });
}

async function untilSealed(): Promise<void> {
  await expect.poll(() => onDisk(phone), { timeout: 5_000 }).not.toContain('KANARI');
}

describe('R3: under a lock', () => {
  it('nothing typed or photographed lies on the disk readable, and all of it is there for who unlocks', async () => {
    expect(await page.lock.setUp(pin)).toEqual({ kind: 'changed' });
    await keepThings(page);
    expect(await onDisk(phone)).not.toContain('KANARI');
    await whole(page);
    page = start();
    await page.lock.look();
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
  });

  it('what lay there before goes under it, from wherever it was broken off (F4)', async () => {
    await keepThings(page);
    expect(await onDisk(phone)).toContain('KANARI');
    // Everything that can fail while rows are sealed fails once, and the page is gone after each.
    for (const table of ['payloads', 'documents', 'drafts', 'wallet', 'residents']) phone.faults.abort(table, 2);
    await page.lock.setUp(pin);
    for (let starts = 0; starts < 4; starts += 1) {
      page = start();
      expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
      await whole(page);
    }
    await untilSealed();
    await whole(page);
  });

  it('what is typed on is sealed, and described anew in the wallet, too', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    const change = { answers: { nama: 'KANARI Budi' }, place: 'x', updatedAtMs: 2 };
    expect(await page.drafts.saveAnswers('draft-1', change, 'relaxed')).toEqual({ kind: 'stored' });
    expect(await page.wallet.describePaper('kept-1', { whose: 'KANARI Ayah', validUntil: '2030-01-01' })).toEqual({
      kind: 'stored',
    });
    expect(await onDisk(phone)).not.toContain('KANARI');
    expect((await page.drafts.readDraft('draft-1'))?.answers).toEqual({ nama: 'KANARI Budi' });
    expect((await page.wallet.readPaper('kept-1'))?.paper).toMatchObject({ whose: 'KANARI Ayah' });
    const again = { ...(await aPaper(photo)), id: 'kept-2', kind: 'ktp', whose: '', takenAtMs: 2, validUntil: null };
    expect(await page.wallet.addPaper(again, photo)).toEqual({ kind: 'already-here' });
  });

  it('is sent as ever: at Kirim the papers go into the outbox as the office reads them', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    const read = await page.drafts.readDraft('draft-1');
    const papers = await page.drafts.readDocuments('draft-1');
    if (read === undefined) throw new Error('no draft');
    const { deviceId, nextSequence } = await page.shelf.readDevice();
    const parts = { applicationId: 'draft-1', definition: read.definition, answers: read.answers, documents: papers };
    const envelope = bytesOf('the form');
    const entry = newEntry(
      { ...parts, device: { deviceId, sequence: nextSequence }, ownerId: owner, nowMs },
      { mediaType: plainEnvelopeType, ...(await fingerprint(envelope)) },
    );
    const seen = { answers: read.answers, locked: read.locked, updatedAtMs: 1, documentIds: ['paper-1'] };
    const typedOn = { ...seen, locked: bytesOf('other') };
    expect(await page.shelf.submit(entry, envelope, typedOn)).toEqual({ kind: 'changed' });
    expect(await page.shelf.submit(entry, envelope, seen)).toEqual({ kind: 'stored' });
    page = start();
    await page.lock.look();
    // Nobody has unlocked: the worker sends it all the same.
    const sent = await phone.vault.outboxStore.readPayload('paper-1', entry.documents[0] ?? entry.envelope);
    expect(sent.kind === 'ok' && Buffer.from(sent.bytes).equals(Buffer.from(photo))).toBe(true);
  });

  it('taken away, everything lies there as before', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    expect(await page.lock.remove({ way: 'pin', text: '000000' })).toMatchObject({ kind: 'wrong' });
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
    expect(await page.lock.status()).toEqual({ kind: 'none', isOfficer: false, officeRecovers: false });
    page = start();
    await whole(page);
  });

  it('another way in opens the same, and the old one nothing', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    const words: LockSecret = { way: 'passphrase', text: page.lock.suggestWords() };
    expect(await page.lock.change(pin, words)).toEqual({ kind: 'changed' });
    page = start();
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'failed' });
    expect(await page.lock.unlock({ ...words, text: ` ${words.text.toUpperCase()} ` })).toEqual({ kind: 'open' });
    await whole(page);
  });

  it('spare words on paper open it for who has forgotten the PIN, who then makes a new one (C9)', async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
    const words = page.lock.suggestWords();
    expect(await page.lock.addWords({ way: 'pin', text: '000000' }, words)).toMatchObject({ kind: 'wrong' });
    expect(await page.lock.addWords(pin, words)).toEqual({ kind: 'changed' });
    page = start();
    const spare: LockSecret = { way: 'passphrase', text: words };
    expect(await page.lock.unlock(spare)).toEqual({ kind: 'open' });
    const next: LockSecret = { way: 'pin', text: '918273' };
    expect(await page.lock.change(spare, next)).toEqual({ kind: 'changed' });
    expect(await page.lock.status()).toMatchObject({ kind: 'on', ways: ['pin', 'passphrase'] });
    page = start();
    expect(await page.lock.unlock(pin)).toMatchObject({ kind: 'wrong' });
    expect(await page.lock.unlock(next)).toEqual({ kind: 'open' });
    await whole(page);
  });

  it('goes with everything else when the person deletes what is theirs', async () => {
    await page.lock.setUp(pin);
    const { connection, tripwire } = phone.vault.inside;
    await eraseMine(connection, tripwire, { accountId: owner, unsent: 0 });
    expect(await phone.rows.meta.where('key').startsWith('lock/').count()).toBe(0);
  });
});

describe('R8, R5: locked', () => {
  beforeEach(async () => {
    await page.lock.setUp(pin);
    await keepThings(page);
  });

  it('again, no store gives anything out, and a save that comes too late is refused rather than laid there open', async () => {
    page.lock.lockNow();
    expect(page.state.isShut.getSnapshot()).toBe(true);
    // What was typed last is saved while the screen is covered already.
    const last = { answers: { nama: 'KANARI last' }, place: 'x', updatedAtMs: 3 };
    expect(await page.drafts.saveAnswers('draft-1', last, 'relaxed')).toEqual({ kind: 'stored' });
    page.settle();
    expect(await page.drafts.readDraft('draft-1')).toBeUndefined();
    expect(await page.drafts.readDocument('paper-1')).toBeUndefined();
    expect(await page.wallet.readPaper('kept-1')).toBeUndefined();
    expect(await page.drafts.saveAnswers('draft-1', draft, 'relaxed')).toMatchObject({ kind: 'failed' });
    expect(await onDisk(phone)).not.toContain('KANARI');
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    expect((await page.drafts.readDraft('draft-1'))?.answers).toEqual(last.answers);
  });

  it('who does not know of the lock, because a browser has forgotten that there is one, writes over nothing', async () => {
    texts.clear();
    page = start();
    expect(page.state.isShut.getSnapshot()).toBe(false);
    const blind = { answers: { nama: 'blind' }, place: 'x', updatedAtMs: 9 };
    const refused = { kind: 'failed', reason: 'closed' };
    expect(await page.drafts.saveAnswers('draft-1', blind, 'relaxed')).toEqual(refused);
    expect(await page.wallet.describePaper('kept-1', { whose: 'blind', validUntil: null })).toEqual(refused);
    const words = { name: 'blind', nik: '', phone: '', area: '', note: '' };
    expect(await page.residents.changeResident('resident-1', words, 9)).toEqual(refused);
    // Nor is an empty form shown, taken for one that nobody has begun, or sent off with bytes that nobody can read.
    expect(await page.drafts.readDraft('draft-1')).toBeUndefined();
    expect(await page.drafts.readDocument('paper-1')).toBeUndefined();
    await page.lock.look();
    expect(page.state.isShut.getSnapshot()).toBe(true);
    await page.lock.unlock(pin);
    await whole(page);
  });

  it('a start is shut before it has looked', async () => {
    page = start();
    expect(page.state.isShut.getSnapshot()).toBe(true);
    expect(await page.drafts.readDraft('draft-1')).toBeUndefined();
    // Nor is a form drawn ahead of the store.
    expect(await lookAtDraft('draft-1', indexedDB, phone.name)).toBeNull();
  });

  it('a photo that was still being prepared is refused, and the lock says so until it is opened', async () => {
    page.lock.lockNow();
    page.settle();
    expect(page.lock.wasRefused.getSnapshot()).toBe(false);
    const late = await aPaper(photo, { fileName: 'late.jpg' });
    expect(await page.drafts.addDocument({ ...late, id: 'paper-2' }, photo)).toMatchObject({ kind: 'failed' });
    expect(page.lock.wasRefused.getSnapshot()).toBe(true);
    await page.lock.unlock(pin);
    expect(page.lock.wasRefused.getSnapshot()).toBe(false);
  });

  it('signed out it is shut for good, and whoever signs in instead sees nothing of it', async () => {
    await phone.vault.account.signOut();
    await phone.vault.account.signIn({ accountId: 'account-b', name: 'B' });
    await page.lock.look();
    expect(page.state.isShut.getSnapshot()).toBe(false);
    expect(await page.drafts.readDraft('draft-1')).toBeUndefined();
    expect(await page.wallet.readPapers()).toEqual([]);
    expect(await page.lock.status()).toEqual({ kind: 'none', isOfficer: false, officeRecovers: false });
    await phone.vault.account.signIn({ accountId: owner, name: 'A' });
    await page.lock.look();
    expect(page.state.isShut.getSnapshot()).toBe(true);
  });

  it('each try is written down before it is looked at, and the fifth is the last one for a while (F91)', async () => {
    page = start();
    const wrong: LockSecret = { way: 'pin', text: '999111' };
    phone.faults.abort('meta', 2);
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'failed' });
    for (let n = 0; n < 5; n += 1) expect((await page.lock.unlock(wrong)).kind).toBe('wrong');
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'wait', untilMs: nowMs + 30_000 });
    // Another start knows it, too, and so does a clock that was put back.
    page = start();
    nowMs -= 600_000;
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'wait', untilMs: nowMs + 30_000 });
    nowMs += 30_000;
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await whole(page);
  });
});

describe('a field officer', () => {
  it('of an office that asks for seals has to set up a lock first, and a PIN is not enough', async () => {
    await phone.vault.account.signIn({ accountId: owner, name: 'A', roles: ['pendamping'] });
    await page.lock.look();
    expect(page.state.isShut.getSnapshot()).toBe(false);
    sealsAlways = true;
    await page.lock.look();
    expect(page.state.isShut.getSnapshot()).toBe(true);
    expect(page.lock.idleMinutes()).toBe(2);
    expect(await page.lock.setUp(pin)).toEqual({ kind: 'failed' });
    const words: LockSecret = { way: 'passphrase', text: page.lock.suggestWords() };
    expect(await page.lock.setUp(words)).toEqual({ kind: 'changed' });
    expect(page.state.isShut.getSnapshot()).toBe(false);
    expect(await page.lock.change(words, pin)).toEqual({ kind: 'broken-off' });
  });

  it('a citizen never has to', async () => {
    sealsAlways = true;
    await page.lock.look();
    expect(page.state.isShut.getSnapshot()).toBe(false);
    expect(page.lock.idleMinutes()).toBe(10);
  });
});
