import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { hurry, seesReceived } from '../pages/outbox.ts';
import { sees, seesAll } from '../pages/screen.ts';

promise(
  'F38 C39: a Wi-Fi that answers for the office never makes the app say that the office has it',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.waitForWorker();
    const portal = stage.proxy.addRule({ fault: 'captivePortal' });
    const photo = stage.photo(150_000);
    await complain(phone, 'wifi kafe', [photo]);
    await phone.open('/permohonan');
    const words = await seesAll(phone, /WiFi minta masuk/, /Tersimpan di HP ini/);
    assert.doesNotMatch(words, /Diterima kantor/);
    assert.ok(portal.hits > 0);
    stage.proxy.removeRule(portal);
    await hurry(phone);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo]);
  },
);

promise(
  'F38: a portal that comes up between the form and its photo is not taken for the office either',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.waitForWorker();
    const portal = stage.proxy.addRule({ fault: 'captivePortal', method: 'PATCH' });
    const photo = stage.photo(150_000);
    await complain(phone, 'wifi di tengah', [photo]);
    await phone.open('/permohonan');
    assert.doesNotMatch(await sees(phone, /WiFi minta masuk/), /Diterima kantor/);
    stage.proxy.removeRule(portal);
    await hurry(phone);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo]);
  },
);

promise(
  'F39 C17: a network that finds a piece too large, and lets no PATCH through, gets smaller ones by POST, and the office has all of it',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const page = { headers: { 'content-type': 'text/html' }, body: '<h1>Blocked</h1>' };
    const large = stage.proxy.addRule({
      fault: 'status',
      method: 'PATCH',
      path: /uploads/,
      times: 1,
      status: 413,
      ...page,
    });
    const noPatch = stage.proxy.addRule({ fault: 'status', method: 'PATCH', path: /uploads/, status: 405, ...page });
    const scan = stage.scan(1_500_000);
    await complain(phone, 'jaringan kantor', [scan]);
    await seesReceived(phone);
    assert.equal(large.hits, 1);
    assert.ok(noPatch.hits > 0);
    await expectOnceAndWhole(stage, [scan]);
    const sent = stage.proxy.exchanges.filter(({ method, path }) => method === 'POST' && path.includes('/uploads/'));
    assert.ok(sent.length > 1, `${sent.length} pieces by POST`);
  },
);
