import assert from 'node:assert/strict';
import { accountForUploads } from '../harness/exchange.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { at, begin, complain, fillComplaint, seesReceived, sees, signIn } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/main-promise.ts';

promise('F26: an answer lost after the office has committed gives exactly one application', async (stage) => {
  const phone = await stage.chromium();
  await signIn(phone, stage.citizen);
  const lost = stage.proxy.addRule({ fault: 'ackLost', method: 'PUT', path: /^\/v1\/applications\//, times: 3 });
  await complain(phone, 'jawaban hilang');
  await seesReceived(phone);
  assert.ok(lost.hits >= 2, `the answer was lost ${lost.hits} times`);
  await expectOnceAndWhole(stage, []);
});

promise(
  'a connection cut in the middle of a 5 MB file goes on from there, and nothing acknowledged is sent again',
  async (stage) => {
    const phone = await stage.chromium();
    await signIn(phone, stage.citizen);
    await stage.proxy.link.down();
    const photo = stage.photo(5_000_000);
    await complain(phone, 'berkas besar', [photo]);
    await stage.proxy.link.up();
    stage.proxy.wire = { cutAfterUpBytes: 2_300_000, upBytesPerSecond: 1_500_000 };
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo.bytes]);
    const uploads = accountForUploads(stage.proxy.exchanges);
    const resent = uploads.reduce((sum, upload) => sum + upload.resentAcknowledgedBytes, 0);
    const repeated = uploads.reduce((sum, upload) => sum + upload.resentUnacknowledgedBytes, 0);
    stage.note(
      `re-sent though acknowledged: ${resent} bytes; sent again because no answer came: ${repeated} of ${photo.bytes.length} bytes`,
    );
    assert.equal(resent, 0);
    assert.ok(repeated <= 1_100_000, `${repeated} bytes were sent again`);
  },
);

promise('C4 F64: two tabs at once deliver one application', async (stage) => {
  const phone = await stage.chromium();
  await signIn(phone, stage.citizen);
  const first = phone.page;
  await stage.proxy.link.down();
  const photo = stage.photo(900_000);
  await complain(phone, 'dua tab', [photo]);
  const second = await phone.newTab();
  await phone.open('/permohonan');
  await sees(phone, /Tersimpan di HP ini/);
  await stage.proxy.link.up();
  await Promise.all([first, second].map(async (page) => await page.evaluate(() => dispatchEvent(new Event('online')))));
  await seesReceived(phone);
  await expectOnceAndWhole(stage, [photo.bytes]);
});

promise('a reload in the middle of an upload goes on where it was', async (stage) => {
  const phone = await stage.chromium();
  await signIn(phone, stage.citizen);
  stage.proxy.wire = { upBytesPerSecond: 700_000 };
  const photo = stage.photo(2_500_000);
  await complain(phone, 'muat ulang', [photo]);
  await until('an upload is under way', () =>
    stage.proxy.exchanges.some((exchange) => exchange.method === 'PATCH' && exchange.bodyBytes > 100_000),
  );
  await phone.page.reload();
  await seesReceived(phone);
  await expectOnceAndWhole(stage, [photo.bytes]);
  assert.equal(
    accountForUploads(stage.proxy.exchanges).reduce((sum, upload) => sum + upload.resentAcknowledgedBytes, 0),
    0,
  );
});

promise(
  'F2 F3: a browser killed at any moment around Kirim leaves a draft or an application, never both, never neither',
  async (stage) => {
    const phone = await stage.chromium();
    await signIn(phone, stage.citizen);
    for (const delayMs of [0, 60, 250]) {
      await begin(phone, 'pengaduan');
      await fillComplaint(phone, `dibunuh ${delayMs}`);
      await phone.press(at('submit'));
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await phone.kill();
      await phone.relaunch();
      await phone.open('/');
      await sees(phone, /Pengaduan/);
      if ((await phone.count(at('draft'))) > 0) {
        await phone.press(`${at('draft')} a`);
        await phone.press(at('submit'));
      }
    }
    await phone.open('/permohonan');
    await until('three are listed', async () => (await phone.count(at('outbox-item'))) === 3);
    if (/Masuk untuk mengirim/.test(await phone.text())) await signIn(phone, stage.citizen);
    await seesReceived(phone, 3);
    assert.equal((await (await stage.officeView()).listApplications()).length, 3);
  },
);
