import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { LockSecret } from '#services/lock/menu-lock.ts';
import { createRepairsMenu, type ChangeStore } from '#services/repairs-menu.ts';
import { behindLock } from '#services/lock/lock-switch.ts';
import { createChangeStore } from '#storage/change-store.ts';
import { keepTimeline } from '#storage/keep-timeline.ts';
import { lockKey } from '#storage/lock/lock-key.ts';
import { submitSealed } from '#storage/sealed-submission.ts';
import { outboxRow } from '#storage/rows.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { onDisk, owner } from '#tests/fixtures/kept-things.ts';
import { startPage, type Page } from '#tests/fixtures/lock-page.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import { today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { everyBranch } from '#tests/fixtures/services/branches.ts';
import { suratKeteranganUsaha as sku } from '#tests/fixtures/services/services.ts';

const pin: LockSecret = { way: 'pin', text: '280194' };
const nowMs = Date.parse(`${today}T09:00:00+07:00`);
const [branch = {}] = everyBranch(sku);
const canary = 'Warung KANARI';
const answers = cleanAnswers(sku, { ...branch, nama_usaha: canary }, today);
const returned: TrackedApplication = {
  applicationId: 'application-1',
  status: 'returned',
  version: 3,
  changedAtMs: nowMs,
  reason: 'Foto buram',
  repair: { fields: ['/nama_usaha'], papers: [], answers },
};
const sealed = { version: 1, forName: 'S•••' } as never;

let phone: TestVault;
let page: Page;

beforeEach(async () => {
  phone = await openTestVault();
  const { vault } = phone;
  await vault.account.signIn({ accountId: owner, name: 'A' });
  await vault.catalogue.saveCatalogue({ definitions: [{ definition: sku, etag: null }], confirmedAtMs: nowMs });
  await sent({});
  page = start();
});
afterEach(() => phone.end());

const start = (): Page => startPage(phone, { texts: new Map(), nowMs: () => nowMs, isRequired: () => false });

async function sent(change: Parameters<typeof anEntry>[0]): Promise<void> {
  const delivery = { state: 'delivered', receipt: aReceipt({ version: 1 }), deliveredAtMs: nowMs } as const;
  await phone.rows.outbox.put(outboxRow(anEntry({ serviceId: sku.id, ownerId: owner, ...change, delivery })));
}

/** As the engine keeps what it pulls, in page or worker: it has no key. */
const told = (tracked: TrackedApplication = returned) =>
  phone.vault.outboxStore.commitChanges(owner, [tracked], 'c', 9, 'newer');

/** With no signal, ever. */
function repairs(of: Page = page) {
  const plain: ChangeStore = createChangeStore(phone.vault.inside.connection);
  let ids = 0;
  return createRepairsMenu({
    ...phone.vault,
    drafts: of.drafts,
    store: behindLock(of.state, plain, (stores) => stores.changes(plain)),
    device: { nowMs: () => nowMs, newId: () => `new-${String((ids += 1))}` },
    digest: sha256Hex,
    isKnownArea: () => Promise.resolve(() => true),
    fetchTracked: () => Promise.resolve(null),
    poke: () => undefined,
  });
}

async function startsFromAnswers(of: Page = page): Promise<void> {
  expect(await repairs(of).officeAnswers('application-1')).toEqual(answers);
  const end = await repairs(of).begin('application-1');
  if (end.kind !== 'started') throw new Error(`not begun: ${end.kind}`);
  expect((await of.drafts.readDraft(end.draftId))?.answers).toEqual(answers);
}

describe('R3: what came back to be repaired, under a lock', () => {
  it('lies there unreadable though it came while nobody had unlocked, and is begun with no signal', async () => {
    await page.lock.setUp(pin);
    page = start();
    await page.lock.look();
    await told();
    expect(await onDisk(phone)).not.toContain(canary);
    expect(await repairs().officeAnswers('application-1')).toBeNull();
    await page.lock.unlock(pin);
    await startsFromAnswers();
    expect(await onDisk(phone)).not.toContain(canary);
  });

  it('is as unreadable when it was asked for by looking at the application', async () => {
    await page.lock.setUp(pin);
    await keepTimeline(phone.vault.inside, returned);
    expect(await onDisk(phone)).not.toContain(canary);
    await startsFromAnswers();
  });

  it('goes under it with the rest, and comes out when it is taken away', async () => {
    await told();
    expect(await onDisk(phone)).toContain(canary);
    await page.lock.setUp(pin);
    await expect.poll(() => onDisk(phone), { timeout: 5_000 }).not.toContain(canary);
    expect(await repairs().officeAnswers('application-1')).toEqual(answers);
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
    await startsFromAnswers(start());
  });

  it('is left as it lies where it is another account’s', async () => {
    await sent({ applicationId: 'theirs', ownerId: 'account-b', sequence: 2, deviceId: 'device-b' });
    await phone.rows.tracked.put({ ...returned, applicationId: 'theirs' });
    await page.lock.setUp(pin);
    await expect.poll(() => page.lock.rest.getSnapshot(), { timeout: 5_000 }).toBe('done');
    expect((await phone.rows.tracked.get('theirs'))?.repair?.answers).toEqual(answers);
  });

  it('of a lock from before there were keys for it comes without answers, until it is opened once', async () => {
    await page.lock.setUp(pin);
    const row = await phone.rows.meta.get(lockKey(owner));
    if (row === undefined) throw new Error('no lock');
    const { inbox: _inbox, ...old } = row.value as Record<string, unknown>;
    await phone.rows.meta.put({ key: lockKey(owner), value: old });
    await told();
    expect((await phone.rows.tracked.get('application-1'))?.repair).toEqual({ fields: ['/nama_usaha'], papers: [] });
    page = start();
    expect(await page.lock.unlock(pin)).toEqual({ kind: 'open' });
    await told({ ...returned, version: 5 });
    await startsFromAnswers();
  });

  it('spoilt, it is asked of the office again, and keeps nobody from taking the lock away', async () => {
    await page.lock.setUp(pin);
    await told();
    const row = await phone.rows.tracked.get('application-1');
    if (row?.repair?.locked === undefined) throw new Error('not sealed');
    await phone.rows.tracked.put({ ...row, repair: { ...row.repair, locked: row.repair.locked.slice(1) } });
    expect(await repairs().begin('application-1')).toEqual({ kind: 'signal-needed' });
    expect(await page.lock.remove(pin)).toEqual({ kind: 'changed' });
  });
});

describe('what was sealed at Kirim, with no lock', () => {
  it('comes back so that its own person repairs it with no signal', async () => {
    await sent({ sealed });
    await told();
    expect(await repairs().officeAnswers('application-1')).toEqual(answers);
    await startsFromAnswers();
  });

  it('is gone from the phone again once its repair is sealed', async () => {
    await sent({ sealed });
    await told();
    const { deviceId } = await phone.vault.shelf.readDevice();
    const change = aDraft({ id: 'revision-1', ownerId: owner, answers });
    await phone.vault.drafts.addDraft(change);
    const form = bytesOf('sealed form');
    const envelope = { mediaType: 'application/json', ...(await fingerprint(form)) } as const;
    const about = { kind: 'revision', applicationId: 'application-1', seenVersion: 3 } as const;
    const entry = anEntry({ applicationId: 'revision-1', deviceId, about, sealed, envelope });
    const { connection } = phone.vault.inside;
    const seen = { answers, updatedAtMs: change.updatedAtMs, documentIds: [] };
    expect(await submitSealed(connection, sha256Hex, entry, { envelope: form, papers: [] }, seen)).toEqual({
      kind: 'stored',
    });
    expect(await onDisk(phone)).not.toContain(canary);
  });

  it('comes back without answers where it is somebody else’s whom an officer serves', async () => {
    await sent({ sealed, residentId: 'resident-1' });
    await told();
    expect(await onDisk(phone)).not.toContain(canary);
    expect(await repairs().begin('application-1')).toEqual({ kind: 'signal-needed' });
  });
});
