import assert from 'node:assert/strict';
import { controlWorkers } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { sees } from '../pages/screen.ts';

promise(
  'F26 C15: an answer lost after the office has committed is asked for again, and the office has one application',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    // The browser itself repeats a request once when a connection that it used before is reset; three losses reach the app.
    const lost = stage.proxy.addRule({ fault: 'ackLost', method: 'PUT', path: /^\/v1\/applications\//, times: 3 });
    const photo = stage.photo(150_000);
    await complain(phone, 'jawaban hilang', [photo]);
    await seesReceived(phone);
    assert.equal(lost.hits, 3);
    await expectOnceAndWhole(stage, [photo]);
  },
);

promise('F26: the answer to a file lost after its last byte gives one file, whole', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  const announced = stage.proxy.addRule({ fault: 'ackLost', method: 'PUT', path: /^\/v1\/documents\//, times: 2 });
  const sent = stage.proxy.addRule({ fault: 'ackLost', method: 'PATCH', times: 2 });
  const photo = stage.photo(150_000);
  await complain(phone, 'jawaban berkas hilang', [photo]);
  await seesReceived(phone);
  assert.equal(announced.hits, 2);
  assert.ok(sent.hits >= 1, 'the answer to the bytes was lost');
  await expectOnceAndWhole(stage, [photo]);
});

promise(
  'F3: a browser killed after the office has committed, before the receipt is stored, gives one application',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.close();
    await phone.relaunch();
    const silent = stage.proxy.addRule({ fault: 'ackSilence', method: 'PUT', path: /^\/v1\/applications\//, times: 1 });
    await complain(phone, 'tanda terima belum disimpan');
    await hasWhole(stage);
    assert.equal(silent.hits, 1);
    await phone.kill();
    await phone.relaunch();
    await seesReceived(phone);
    await expectOnceAndWhole(stage, []);
  },
);

promise('F27: requests that arrive twice make one application', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  const twice = stage.proxy.addRule({ fault: 'duplicate', path: /^\/v1\/(applications|documents)\//, method: 'PUT' });
  const photo = stage.photo(150_000);
  await complain(phone, 'dua kali', [photo]);
  await seesReceived(phone);
  assert.ok(twice.hits >= 2);
  await expectOnceAndWhole(stage, [photo]);
});

promise('F64: two tabs and the worker, all at once, deliver one application', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  const first = phone.page;
  await stage.proxy.link.down();
  const photo = stage.scan(900_000);
  await complain(phone, 'dua tab', [photo]);
  const second = await phone.newTab();
  await phone.open('/permohonan');
  await sees(phone, /Tersimpan di HP ini/);
  const workers = await controlWorkers(phone, stage.office.origin);
  await stage.proxy.link.up();
  await Promise.all([
    workers.dispatchSync('ajukan-outbox'),
    ...[first, second].map((page) => page.evaluate(() => dispatchEvent(new Event('online')))),
  ]);
  await showsItems(phone, 'done', 1);
  await expectOnceAndWhole(stage, [photo]);
  const commits = stage.proxy.exchanges.filter(
    ({ method, path }) => method === 'PUT' && path.startsWith('/v1/applications/'),
  );
  stage.note(`PUT of the application: ${commits.length}`);
});
