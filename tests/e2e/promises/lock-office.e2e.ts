import path from 'node:path';
import assert from 'node:assert/strict';
import { paperlessService } from '#server/testing/test-service.ts';
import { answerRecovery, CarriedRecovery } from '#server/sealing/answer-recovery.ts';
import {
  keyFileName,
  newKeyPair,
  type OfficeKey,
  publicHalf,
  readKeyFile,
  writePrivately,
} from '#server/sealing/key-file.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { sqlLockStore } from '#server/stores/sql-lock-store.ts';
import { openOfficeWithOfficers } from '../harness/office-with-officers.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { lockByOfficePin, lockByPin, pin, unlockByPin } from '../pages/lock.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'R3, R8: ten wrong PINs close an officer’s lock at the office, and the recovery key brings back every folder under a new one',
  async (stage) => {
    const { phone, dataDir, close } = await openOfficeWithOfficers(stage, [paperlessService]);
    try {
      const recoveryKey = await trustRecoveryKey(path.join(dataDir, keyFileName));
      await phone.open('/akun');
      await phone.press(at('official-sign-in'));
      await sees(phone, /Masuk sebagai\s+KANARI Pendamping/);
      await phone.open('/warga/tambah');
      await isThere(phone, at('lock-first'));
      await lockByOfficePin(phone);
      await phone.type(at('resident-name'), 'KANARI Siti');
      await phone.press(at('resident-save'));
      await isThere(phone, at('resident-folder'));
      // Also where the keys came after the lock: the next opening lays the way back.
      await phone.open('/warga');
      await unlockByPin(phone, pin);
      await sees(phone, /KANARI Siti/);

      await phone.open('/warga');
      for (let left = 9; left > 0; left -= 1) {
        await unlockByPin(phone, '911911');
        await sees(phone, new RegExp(`Sisa percobaan: ${left}\\.`));
      }
      await unlockByPin(phone, '911911');
      await sees(phone, /ditutup karena sepuluh kali keliru/);
      await unlockByPin(phone, pin);
      await sees(phone, /ditutup karena sepuluh kali keliru/);

      await phone.press('summary');
      await phone.press(at('ask-recovery'));
      await isThere(phone, at('check-number'));
      const told = await phone.page.innerText(at('check-number'));
      await answer(path.join(dataDir, 'app.db'), recoveryKey, told);
      await phone.press(at('check-recovery'));
      await lockByOfficePin(phone);
      await sees(phone, /KANARI Siti/);
      assert.equal(await phone.count(at('locked')), 0);
    } finally {
      await close();
    }
  },
);

promise(
  'R8: left alone the app locks itself in every tab, and what was sent goes on to the office behind the lock',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await lockByPin(phone);
    await phone.context.setOffline(true);
    await phone.open('/layanan/pengaduan');
    await unlockByPin(phone, pin);
    await phone.press(at('start'));
    await isThere(phone, at('form'));
    await fillComplaint(phone, 'terkunci');
    await goToReview(phone);
    await send(phone);
    const other = await phone.context.newPage();
    await other.goto(`${stage.office.origin}/permohonan`);
    await other.fill(at('unlock-secret'), pin);
    await other.click(`${at('unlock')} button[type="submit"]`);
    await other.waitForSelector(at('outbox-item'));

    // Eleven minutes later somebody touches it.
    await phone.page.clock.setFixedTime(Date.now() + 11 * 60_000);
    await phone.page.keyboard.press('Shift');
    await isThere(phone, at('locked'));
    await other.waitForSelector(at('locked'));
    assert.equal(await other.locator(at('outbox-item')).count(), 0);
    await phone.context.setOffline(false);
    await hasWhole(stage);
    await expectOnceAndWhole(stage, []);
    await isThere(phone, at('locked'));
  },
);

async function trustRecoveryKey(file: string): Promise<OfficeKey> {
  const keys = readKeyFile(file);
  if (typeof keys === 'string') throw new Error(`the office has no keys: ${keys}`);
  const made = await newKeyPair(Date.now());
  const { kid, notBefore, notAfter, jwk } = made;
  const { kty, crv, x, y } = publicHalf(jwk);
  writePrivately(file, { ...keys, recovery: [{ kid, notBefore, notAfter, jwk: { kty, crv, x, y } }] });
  return made;
}

/** What two people of the office do by `npm run locks`. */
async function answer(databaseFile: string, recoveryKey: OfficeKey, told: string): Promise<void> {
  const database = openSqliteDatabase(databaseFile);
  try {
    const locks = sqlLockStore(database);
    const [asked] = await locks.listRecoveries();
    assert.ok(asked !== undefined);
    const request = CarriedRecovery.parse({
      ...asked,
      askedAt: new Date(asked.askedAtMs).toISOString(),
      wrap: JSON.parse(asked.wrap) as unknown,
      answerTo: JSON.parse(asked.answerTo) as unknown,
    });
    const opened = await answerRecovery(request, [recoveryKey], told);
    assert.ok(typeof opened !== 'string', String(opened));
    assert.ok(await locks.answerRecovery(asked.id, JSON.stringify(opened.answer), Date.now()));
  } finally {
    await database.close();
  }
}
