import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import { ChromiumPhone } from '../harness/chromium.ts';
import { officer } from '../harness/office.ts';
import { ProfileFiles } from '../harness/profile-files.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signIn, signOut } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { lockByPin, pin, unlockByPin } from '../pages/lock.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readBytes } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'what an office gives lies on the phone of its owner, opens without signal, and its number can be asked by anybody (C45)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'dokumen');
    await seesReceived(phone);
    const [application] = await hasWhole(stage);
    const id = application?.id ?? '';
    const pdf = Buffer.from(plainPdf(pdfObjects(2)));
    const desk = await stage.officeView(officer);
    await desk.decide(id, 'review');
    await desk.decide(id, 'process');
    const number = `503/${id.slice(-12)}`;
    const resultId = await desk.giveFile(id, { title: 'KANARI surat', number }, pdf);
    await desk.decide(id, 'ready');

    await phone.open(`/permohonan/${id}`);
    await sees(phone, /Dokumen sudah jadi[^]*KANARI surat[^]*Tersimpan di HP ini[^]*tidak membuat tanda tangan/);
    await phone.waitForWorker();
    await until('what draws it is here', () =>
      phone.page.evaluate(async () => (await (await caches.open('ajukan-later')).keys()).length > 0),
    );
    await stage.proxy.link.down();
    await phone.kill();
    await phone.relaunch();
    await phone.open(`/permohonan/${id}`);
    await phone.press(at('result-open'));
    await sees(phone, /Halaman 1 dari 2/);
    await isThere(phone, at('viewer-picture'));
    await phone.press(at('viewer-close'));
    const digest = createHash('sha256').update(pdf).digest('hex');
    assert.equal(await readBytes(phone, resultId), digest);

    await stage.proxy.link.up();
    await phone.open('/periksa');
    await phone.type(at('issued-number'), number);
    await phone.press(at('issued-ask'));
    await sees(phone, /Nomor ini tercatat di kantor[^]*Pengaduan/);
    await signOut(phone);
    await signIn(phone, stage.office.nextCitizen());
    await phone.open(`/permohonan/${id}`);
    await sees(phone, /tidak ada|tidak ditemukan/i);
    assert.equal(await phone.count(at('result')), 0);
  },
);

promise(
  'R3: under a lock what an office gave lies in no file of the browser, and opens without signal for who unlocks',
  async (stage) => {
    const profile = stage.folder('profile');
    const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
    await settleIn(phone, stage.citizen);
    await complain(phone, 'dokumen terkunci');
    await seesReceived(phone);
    const [application] = await hasWhole(stage);
    const id = application?.id ?? '';
    const pdf = Buffer.from(plainPdf(pdfObjects(2, '/RAHASIAKUNCI true')));
    const desk = await stage.officeView(officer);
    await desk.decide(id, 'review');
    await desk.decide(id, 'process');
    await desk.giveFile(id, { title: 'KANARI surat', number: `504/${id.slice(-12)}` }, pdf);
    await desk.decide(id, 'ready');

    await lockByPin(phone);
    await phone.open(`/permohonan/${id}`);
    await unlockByPin(phone, pin);
    await sees(phone, /Dokumen sudah jadi[^]*Tersimpan di HP ini/);
    await until('what draws it is here', () =>
      phone.page.evaluate(async () => (await (await caches.open('ajukan-later')).keys()).length > 0),
    );
    await phone.close();
    assert.deepEqual(new ProfileFiles(profile).findAny(['RAHASIAKUNCI']), []);

    await phone.relaunch();
    await phone.context.setOffline(true);
    await phone.open(`/permohonan/${id}`);
    await isThere(phone, at('unlock-secret'));
    assert.equal(await phone.count(at('result')), 0);
    await unlockByPin(phone, pin);
    await phone.press(at('result-open'));
    await sees(phone, /Halaman 1 dari 2/);
  },
);
