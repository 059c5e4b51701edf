import assert from 'node:assert/strict';
import { accountForUploads } from '../harness/exchange.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { sees } from '../pages/screen.ts';

promise(
  'a connection cut in the middle of a 5 MB file: it goes on from there, nothing acknowledged is sent again',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await stage.proxy.link.down();
    const scan = stage.scan(5_000_000);
    await complain(phone, 'berkas besar', [scan]);
    stage.proxy.wire = { upBytesPerSecond: 2_000_000, cutAfterUpBytes: 2_300_000, staysDown: true };
    await stage.proxy.link.up();
    await phone.open('/permohonan');
    await until('the connection is cut', () => stage.proxy.link.cutsMade === 1);
    assert.doesNotMatch(await sees(phone, /Tersimpan di HP ini/), /Diterima kantor/);
    await stage.proxy.link.up();
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [scan]);
    expectNothingTwice(stage, scan.bytes.length);
  },
);

promise('F37 C12: a connection that breaks every 700 kB still brings a 3 MB file there', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await stage.proxy.link.down();
  const scan = stage.scan(3_000_000);
  await complain(phone, 'sinyal putus-putus', [scan]);
  stage.proxy.wire = { upBytesPerSecond: 2_000_000, cutAfterUpBytes: 700_000, cuts: 4 };
  await stage.proxy.link.up();
  await phone.open('/permohonan');
  await showsItems(phone, 'done', 1);
  assert.ok(stage.proxy.link.cutsMade >= 4, `cut ${stage.proxy.link.cutsMade} times`);
  await expectOnceAndWhole(stage, [scan]);
  expectNothingTwice(stage, scan.bytes.length);
});

promise('a page reloaded in the middle of an upload goes on where it was (C4)', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  stage.proxy.wire = { upBytesPerSecond: 800_000 };
  const scan = stage.scan(2_500_000);
  await complain(phone, 'muat ulang', [scan]);
  await uploadIsUnderWay(stage);
  await phone.page.reload();
  await seesReceived(phone);
  await expectOnceAndWhole(stage, [scan]);
  expectNothingTwice(stage, scan.bytes.length);
});

promise('a browser killed in the middle of an upload goes on where it was (F70)', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await phone.close();
  await phone.relaunch();
  stage.proxy.wire = { upBytesPerSecond: 800_000 };
  const scan = stage.scan(2_500_000);
  await complain(phone, 'dimatikan', [scan]);
  await uploadIsUnderWay(stage);
  await phone.kill();
  await phone.relaunch();
  await seesReceived(phone);
  await expectOnceAndWhole(stage, [scan]);
  expectNothingTwice(stage, scan.bytes.length);
});

async function uploadIsUnderWay(stage: Stage): Promise<void> {
  await until('an upload is under way', () =>
    stage.proxy.exchanges.some(({ method, bodyBytes }) => method === 'PATCH' && bodyBytes > 100_000),
  );
}

/** Nothing that was acknowledged; and of the rest no more than one piece for each cut. */
function expectNothingTwice(stage: Stage, fileBytes: number): void {
  const uploads = accountForUploads(stage.proxy.exchanges);
  const total = (bytes: (upload: (typeof uploads)[number]) => number): number =>
    uploads.reduce((sum, upload) => sum + bytes(upload), 0);
  const again = total((upload) => upload.resentUnacknowledgedBytes);
  stage.note(
    `file ${fileBytes} bytes, sent ${total((upload) => upload.sentBytes)} in ${total((upload) => upload.requests)} requests; ` +
      `sent again though acknowledged: ${total((upload) => upload.resentAcknowledgedBytes)}, because no answer came: ${again}`,
  );
  assert.equal(
    total((upload) => upload.resentAcknowledgedBytes),
    0,
  );
  assert.ok(total((upload) => upload.sentBytes) >= fileBytes);
}
