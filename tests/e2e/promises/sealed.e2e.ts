import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ChromiumPhone } from '../harness/chromium.ts';
import { ProfileFiles } from '../harness/profile-files.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { settleIn, signIn } from '../pages/account.ts';
import { attachEvidence, begin, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

useOffice({ sealing: 'required' });

/** What is typed into the complaint, and what the office has to read. */
const typed = 'KANARI sudah dua minggu menunggu.';

promise(
  'R3: sealed with no signal, an application can’t be read on the phone any more; the office reads it word for word, with its photo',
  async (stage) => {
    const profile = stage.folder('profile');
    const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
    const photo = stage.photo(300_000);
    await settleIn(phone, stage.citizen);
    await hasKeys(phone);
    await stage.proxy.link.down();
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'rahasia');
    await attachEvidence(phone, [photo]);
    await goToReview(phone);
    await isThere(phone, at('will-be-sealed'));
    await send(phone);
    await sees(phone, /Tersimpan di HP ini/);

    await phone.open('/permohonan');
    await phone.press(`${at('outbox-item')} a`);
    await isThere(phone, at('sealed'));
    assert.equal((await readRows(phone, 'outbox')).length, 1);
    for (const table of ['drafts', 'documents'] as const) assert.deepEqual(await readRows(phone, table), []);
    assert.doesNotMatch(JSON.stringify(await readRows(phone, 'outbox')), /KANARI|menunggu/);
    await phone.close();

    const files = new ProfileFiles(profile);
    const photoBytes = readFileSync(photo.path).subarray(100_000, 100_032);
    assert.deepEqual(files.findAny([photoBytes]), [], 'the photo is in a file of the profile');
    // The browser's own log of its database is rewritten when the browser likes; nothing else may hold the words.
    const elsewhere = files.findAny([typed]).filter((file) => !/\.indexeddb\.leveldb\/\d+\.(log|ldb)$/.test(file));
    assert.deepEqual(elsewhere, []);

    await phone.relaunch();
    await stage.proxy.link.up();
    await phone.open('/permohonan');
    const now = await sees(phone, /Masuk untuk mengirim|Diterima kantor/);
    if (!now.includes('Diterima kantor')) await signIn(phone, stage.citizen);
    await seesReceived(phone);
    const application = await expectOnceAndWhole(stage, [photo]);
    assert.equal(application.data['isi'], typed);
  },
);

/** The office's keys came behind the first screen. */
async function hasKeys(phone: ChromiumPhone): Promise<void> {
  await phone.open('/pengaturan');
  await sees(phone, /meminta semua permohonan disegel/);
}
