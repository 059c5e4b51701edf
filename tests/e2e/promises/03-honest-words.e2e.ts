import assert from 'node:assert/strict';
import { officer } from '../harness/office.ts';
import { promise } from '../harness/promise.ts';
import { at, begin, complain, fillComplaint, next, seesReceived, sees, send, signIn } from '../pages/complaint.ts';

promise('F38 C39: a Wi-Fi that wants a login never makes the app say that the office has it', async (stage) => {
  const phone = await stage.chromium();
  await signIn(phone, stage.citizen);
  const portal = stage.proxy.addRule({ fault: 'captivePortal', path: /^\/v1\// });
  await complain(phone, 'wifi kafe');
  await phone.open('/permohonan');
  const words = await sees(phone, /Tersimpan di HP ini/);
  assert.doesNotMatch(words, /Diterima kantor/);
  stage.proxy.removeRule(portal);
  await phone.press(at('upload-now'));
  await seesReceived(phone);
});

promise(
  'F44 F47 C6: an application that the office refuses waits visibly, also after a reload, and the next one goes on',
  async (stage) => {
    const phone = await stage.chromium();
    await signIn(phone, stage.citizen);
    const refusal = JSON.stringify({
      type: 'about:blank',
      title: 'Ditolak',
      status: 422,
      detail: 'Judul terlalu umum',
      errors: [],
    });
    stage.proxy.addRule({
      fault: 'status',
      method: 'PUT',
      path: /^\/v1\/applications\//,
      times: 1,
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: refusal,
    });
    await complain(phone, 'ditolak');
    await phone.open('/permohonan');
    await sees(phone, /Perlu perhatian/);
    await complain(phone, 'diterima');
    await seesReceived(phone);
    await phone.page.reload();
    await sees(phone, /Perlu perhatian/);
    await sees(phone, /Judul terlalu umum/);
    assert.equal(await phone.count(`${at('outbox-item-state')}[data-state="failed"]`), 1);
  },
);

promise('F41 C28: without a session everything is kept, and signing in sends it', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await complain(phone, 'belum masuk');
  await phone.open('/permohonan');
  await sees(phone, /Masuk untuk mengirim/);
  await signIn(phone, stage.citizen);
  await seesReceived(phone);
});

promise('C41: what one person made never goes out under another name', async (stage) => {
  const phone = await stage.chromium();
  const other = stage.office.nextCitizen();
  await signIn(phone, stage.citizen);
  await stage.proxy.link.down();
  await complain(phone, 'milik A');
  await phone.open('/akun');
  await phone.press(at('sign-out'));
  await phone.press(at('sign-out-confirm'));
  await stage.proxy.link.up();
  await signIn(phone, other);
  await complain(phone, 'milik B');
  await seesReceived(phone);
  assert.equal((await (await stage.officeView(other)).listApplications()).length, 1);
  assert.equal((await (await stage.officeView()).listApplications()).length, 0);
  await phone.open('/akun');
  await phone.press(at('sign-out'));
  await phone.press(at('sign-out-confirm'));
  await signIn(phone, stage.citizen);
  await seesReceived(phone);
  assert.equal((await (await stage.officeView()).listApplications()).length, 1);
});

promise('F6: a photo that does not fit is said so, and what was typed stays', async (stage) => {
  const phone = await stage.chromium();
  const session = await phone.session();
  await session.send('Storage.overrideQuotaForOrigin', { origin: stage.office.origin, quotaSize: 4_000_000 });
  await phone.open('/');
  await begin(phone, 'pengaduan');
  await phone.type(at('field-judul'), 'KANARI memori penuh');
  await phone.type(at('field-isi'), 'KANARI tetap ada');
  await phone.press(next);
  await phone.press(next);
  await phone.press(`${at('field-anonim')} input[value="true"]`);
  await phone.press(next);
  await phone.attach(`${at('slot-bukti')} ${at('photo-input')}`, [stage.photo(6_000_000)]);
  await sees(phone, /[Mm]emori HP/);
  await phone.page.reload();
  await phone.press(next);
  await sees(phone, /KANARI tetap ada/);
});

promise('the list follows the office: what an officer decides is shown with the reason', async (stage) => {
  const phone = await stage.chromium();
  await signIn(phone, stage.citizen);
  await complain(phone, 'diproses');
  await seesReceived(phone);
  const [application] = await (await stage.officeView()).listApplications();
  assert.ok(application);
  const desk = await stage.officeView(officer);
  await desk.decide(application.id, 'review');
  await phone.page.reload();
  await sees(phone, /diperiksa/i);
  await desk.decide(application.id, 'return', 'Foto kurang jelas');
  await phone.page.reload();
  await sees(phone, /Foto kurang jelas/);
});

promise('F79 F74: an empty file and a page named .jpg are refused in words, and the rest goes on', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'berkas aneh');
  await phone.page.goBack();
  const slot = `${at('slot-bukti')} ${at('photo-input')}`;
  await phone.attach(slot, [stage.sample('kosong.jpg', 'image/jpeg', Buffer.alloc(0))]);
  await sees(phone, /kosong/i);
  await phone.attach(slot, [stage.sample('halaman.jpg', 'image/jpeg', Buffer.from('<!doctype html><p>halo'))]);
  await sees(phone, /jenis|format|JPG/i);
  await phone.press(next);
  await send(phone);
});
