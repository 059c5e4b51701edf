import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { accountForUploads, isSending } from '../harness/exchange.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain, send } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const sendNow = at('upload-now');

promise(
  'an application that was put aside stays on the phone while others go, and goes once it is resumed',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await stage.proxy.link.down();
    const photo = stage.photo(200_000);
    await complain(phone, 'dijeda', [photo]);
    await openItem(phone);
    await sees(phone, /sisa 2\d\d kB/);
    await phone.press(at('pause'));
    await sees(phone, /Dijeda · sisa/);
    await stage.proxy.link.up();
    await complain(phone, 'tidak dijeda');
    await phone.open('/permohonan');
    await showsItems(phone, 'done', 1);
    await showsItems(phone, 'paused', 1);
    assert.equal((await hasWhole(stage, 1)).length, 1);
    await phone.press(`${at('outbox-item')}:has([data-state="paused"]) a`);
    await phone.press(at('resume'));
    await isThere(phone, `${at('pause')}, [data-state="done"]`);
    await seesReceived(phone, 2);
    await hasWhole(stage, 2);
  },
);

promise('put aside in the middle of a file it stops there, and goes on from there', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await stage.proxy.link.down();
  const scan = stage.scan(3_000_000);
  await complain(phone, 'dijeda di tengah', [scan]);
  await openItem(phone);
  stage.proxy.wire = { upBytesPerSecond: 500_000 };
  await stage.proxy.link.up();
  const sentBytes = async (): Promise<number> =>
    Number(await phone.page.locator(at('bytes-sent')).getAttribute('data-bytes'));
  await until('some of it is there', async () => (await sentBytes()) > 0);
  await phone.press(at('pause'));
  await isThere(phone, '[data-state="paused"]');
  const stoppedAt = await sentBytes();
  stage.proxy.wire = {};
  await complain(phone, 'yang lain');
  await hasWhole(stage, 1);
  await phone.open('/permohonan');
  await phone.press(`${at('outbox-item')}:has([data-state="paused"]) a`);
  await isThere(phone, at('resume'));
  assert.equal(await sentBytes(), stoppedAt);
  await phone.press(at('resume'));
  await isThere(phone, `${at('pause')}, [data-state="done"]`);
  await seesReceived(phone, 2);
  await hasWhole(stage, 2);
  for (const upload of accountForUploads(stage.proxy.exchanges)) assert.equal(upload.resentAcknowledgedBytes, 0);
});

promise(
  'with "only on Wi-Fi" nothing goes over mobile data but what the person sends by hand, and Wi-Fi takes the rest (C35)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await tellConnection(phone, 'cellular');
    await settleIn(phone, stage.citizen);
    await chooseWifiOnly(phone);
    await complain(phone, 'menunggu Wi-Fi', [stage.photo(150_000)]);
    await complain(phone, 'segera');
    await phone.open('/permohonan');
    await sees(phone, /2 permohonan belum terkirim · sisa 1\d\d kB[^]*Menunggu Wi-Fi[^]*memakai data seluler/);
    assert.deepEqual(stage.proxy.exchanges.filter(isSending), []);
    await openItem(phone);
    await phone.press(sendNow);
    await sees(phone, /Diterima kantor/);
    await phone.open('/permohonan');
    await showsItems(phone, 'done', 1);
    await showsItems(phone, 'queued', 1);
    assert.equal((await hasWhole(stage, 1)).length, 1);
    await phone.page.evaluate(() => {
      localStorage.setItem('test.connection', 'wifi');
      const { connection } = navigator as unknown as { connection: EventTarget };
      connection.dispatchEvent(new Event('change'));
    });
    await showsItems(phone, 'done', 2);
    await hasWhole(stage, 2);
  },
);

promise(
  'a browser that does not tell its connection says so, and "only on Wi-Fi" waits for the person',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await tellConnection(phone, null);
    await settleIn(phone, stage.citizen);
    await chooseWifiOnly(phone);
    await sees(phone, /Browser ini tidak memberi tahu apakah HP memakai Wi-Fi/);
    await complain(phone, 'jenis tidak diketahui');
    await phone.open('/permohonan');
    await sees(phone, /browser ini tidak memberi tahu jenis sambungan/);
    assert.deepEqual(stage.proxy.exchanges.filter(isSending), []);
    await phone.press(sendNow);
    await showsItems(phone, 'done', 1);
    await expectOnceAndWhole(stage, []);
  },
);

promise(
  'an application that was never sent can be taken back with everything in it, and sent again, once',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await stage.proxy.link.down();
    const photo = stage.photo(150_000);
    await complain(phone, 'ditarik', [photo]);
    await openItem(phone);
    await phone.press(at('withdraw'));
    await phone.press(at('confirm-withdraw'));
    await isOn(phone, /^\/isi\//);
    const draft = (await phone.path()).split('/')[2];
    await stage.proxy.link.up();
    await phone.open('/permohonan');
    await sees(phone, /Belum ada permohonan/);
    await phone.open('/akun');
    assert.equal((await (await stage.officeView()).listApplications()).length, 0);
    await phone.open(`/isi/${draft}/periksa`);
    await sees(phone, /KANARI ditarik/);
    await send(phone);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [photo]);
  },
);

promise('an application that the office may have is not taken back: the person is told why', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  stage.proxy.addRule({ fault: 'ackLost', method: 'PUT', path: /^\/v1\/applications\// });
  await complain(phone, 'mungkin sampai');
  await until(
    'the office has taken it',
    async () => (await (await stage.officeView()).listApplications()).length === 1,
  );
  await openItem(phone);
  await phone.press(at('withdraw'));
  await sees(phone, /Kantor mungkin sudah menerima/);
  assert.equal(await phone.count(at('confirm-withdraw')), 0);
});

promise('the icon counts what is not at the office yet, and nothing once all of it is (C30)', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await phone.context.addInitScript(() => {
    const say = (count: number) => {
      document.documentElement.dataset['badge'] = String(count);
      return Promise.resolve();
    };
    Object.assign(navigator, { setAppBadge: say, clearAppBadge: () => say(0) });
  });
  await settleIn(phone, stage.citizen);
  await stage.proxy.link.down();
  await complain(phone, 'lencana');
  await isThere(phone, 'html[data-badge="1"]');
  await stage.proxy.link.up();
  await seesReceived(phone);
  await isThere(phone, 'html[data-badge="0"]');
});

async function openItem(phone: ChromiumPhone): Promise<void> {
  await phone.open('/permohonan');
  await phone.press(`${at('outbox-item')} a`);
  await isOn(phone, /\/permohonan\/./);
}

async function chooseWifiOnly(phone: ChromiumPhone): Promise<void> {
  await phone.open('/pengaturan');
  await phone.press('input[value="wifi"]');
  await isThere(phone, 'input[value="wifi"]:checked');
}

/** As Chromium on Android tells it; on a desk it tells none. */
async function tellConnection(phone: ChromiumPhone, type: string | null): Promise<void> {
  await phone.context.addInitScript((first) => {
    const connection = new EventTarget();
    const told = () => localStorage.getItem('test.connection') ?? first ?? undefined;
    Object.defineProperty(connection, 'type', { get: told });
    Object.defineProperty(navigator, 'connection', { get: () => connection });
  }, type);
}
