import assert from 'node:assert/strict';
import { controlWorkers } from '../harness/chromium.ts';
import { accountForUploads } from '../harness/exchange.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';

const outboxTag = 'ajukan-outbox';

promise('with every page closed, the application goes by itself when the connection returns', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await phone.context.setOffline(true);
  const photo = stage.photo(300_000);
  await complain(phone, 'aplikasi ditutup', [photo]);
  await until('the browser was asked to wake the worker', async () =>
    phone.page.evaluate(async () => {
      const registration: ServiceWorkerRegistration & { sync?: { getTags(): Promise<string[]> } } =
        await navigator.serviceWorker.ready;
      return (await registration.sync?.getTags())?.length === 1;
    }),
  );
  await phone.closePages();
  await phone.context.setOffline(false);
  await hasWhole(stage);
  await expectOnceAndWhole(stage, [photo]);
  await seesReceived(phone);
});

promise(
  'F58: a worker stopped in the middle of an upload goes on at the next event, nothing acknowledged is sent again',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.waitForWorker();
    await stage.proxy.link.down();
    const photo = stage.scan(2_500_000);
    await complain(phone, 'pekerja dihentikan', [photo]);
    await phone.closePages();
    const workers = await controlWorkers(phone, stage.office.origin);
    stage.proxy.wire = { upBytesPerSecond: 900_000 };
    await stage.proxy.link.up();
    await workers.dispatchSync(outboxTag);
    await until('an upload is under way', () =>
      stage.proxy.exchanges.some(({ method, bodyBytes }) => method === 'PATCH' && bodyBytes > 100_000),
    );
    await workers.stopAll();
    await workers.dispatchSync(outboxTag);
    await hasWhole(stage);
    await expectOnceAndWhole(stage, [photo]);
    const [upload] = accountForUploads(stage.proxy.exchanges);
    assert.equal(upload?.resentAcknowledgedBytes, 0);
  },
);

promise('F59: the last chance of a sync event missed, the application goes when the app is opened', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await stage.proxy.link.down();
  await complain(phone, 'kesempatan terakhir');
  await phone.closePages();
  const workers = await controlWorkers(phone, stage.office.origin);
  await workers.dispatchSync(outboxTag, true);
  await stage.proxy.link.up();
  await seesReceived(phone);
  await expectOnceAndWhole(stage, []);
});
