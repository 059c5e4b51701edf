import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';

promise(
  'F65: a tab frozen in the middle of sending is overtaken within 30 s, and doubles nothing when it wakes',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const photo = stage.photo(300_000);
    const thaw = Promise.withResolvers<void>();
    const held = stage.proxy.addRule({ fault: 'hold', method: 'PATCH', times: 1, until: thaw.promise });
    const sleeper = phone.page;
    const session = await phone.session();
    await complain(phone, 'tab membeku', [photo]);
    await until('the tab is sending', () => held.hits === 1);
    // Chromium itself freezes no page that holds a lock; the system under it does. Stopped here: every timer and answer.
    await session.send('Debugger.enable');
    const stopped = new Promise((resolve) => session.once('Debugger.paused', resolve));
    await session.send('Debugger.pause');
    await stopped;
    await phone.newTab();
    const frozenAtMs = performance.now();
    await phone.open('/permohonan');
    await hasWhole(stage, 1, 30_000);
    stage.note(`overtaken after ${((performance.now() - frozenAtMs) / 1000).toFixed(1)} s`);

    thaw.resolve();
    await session.send('Debugger.resume');
    await session.send('Debugger.disable');
    phone.useTab(sleeper);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo]);
  },
  { usualMs: 24_000 },
);
