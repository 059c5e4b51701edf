import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { FirefoxPhone } from '../harness/firefox.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { settleIn } from '../pages/account.ts';
import { begin, complain, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isThere, sees } from '../pages/screen.ts';

const claims = /tersimpan di HP ini|Draf tersimpan/i;

promise(
  'F20: in a private window the app says that everything is gone with it, and claims nothing to be stored',
  async (stage) => {
    const phone = stage.own(
      await FirefoxPhone.launch({ origin: stage.office.origin, profile: stage.folder('firefox'), isPrivate: true }),
    );
    await phone.open('/');
    await sees(phone, /Mode penyamaran: semua isian hilang saat jendela ini ditutup/);
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), 'KANARI mode pribadi');
    assert.doesNotMatch(await sees(phone, /Draf sementara/), claims);
    await fillComplaint(phone, 'mode pribadi');
    await goToReview(phone);
    await send(phone);
    assert.doesNotMatch(await sees(phone, /Hilang saat jendela ini ditutup/), claims);
    await phone.open('/permohonan');
    await isThere(phone, at('outbox-item'));
    assert.doesNotMatch(await sees(phone, /Mode penyamaran[^]*Hilang saat jendela ini ditutup/), claims);
  },
  { limitMs: 120_000 },
);

promise(
  'F20: where the browser opens no store the app says so before anything is filled in, and goes on once it does',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.context.addInitScript(() => {
      if (localStorage.getItem('store') === 'allowed') return;
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied permission to access the database.', 'SecurityError');
      };
    });
    await phone.open('/layanan/pengaduan');
    await isThere(phone, at('incident-unavailable'));
    assert.doesNotMatch(await sees(phone, /Tutup jendela penyamaran[^]*Coba lagi/), claims);
    assert.equal(await phone.count(at('start')), 0);
    await phone.page.evaluate(() => localStorage.setItem('store', 'allowed'));
    await phone.press(`${at('incident-unavailable')} button`);
    await isThere(phone, at('start'));
  },
);

promise(
  'F22: where the browser does not promise to keep it, that is said for as long as something is unsent',
  async (stage) => {
    const phone = await unsent(stage);
    await sees(phone, /Browser boleh menghapusnya bila penyimpanan HP penuh/);
    await phone.open('/permohonan');
    await sees(phone, /Tersimpan di HP ini/);
    await isThere(phone, at('may-be-cleared'));
    await phone.press(`${at('outbox-item')} a`);
    await isThere(phone, at('may-be-cleared'));
    await stage.proxy.link.up();
    await seesReceived(phone);
    assert.equal(await phone.count(at('may-be-cleared')), 0);
  },
);

promise(
  'F21 C21: in a tab of Safari it is said by which day it has to be opened again, and how it is installed',
  async (stage) => {
    const phone = await unsent(stage, async ({ context }) => {
      await context.addInitScript(() => Object.assign(navigator, { standalone: false }));
    });
    await phone.open('/permohonan');
    const inSevenDays = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000);
    const day = inSevenDays.toLocaleDateString('id', { timeZone: 'Asia/Jakarta', day: 'numeric', month: 'long' });
    await sees(phone, new RegExp(`sebelum ${day}[^]*Tambah ke Layar Utama`));
    await stage.proxy.link.up();
    await seesReceived(phone);
    assert.equal(await phone.count(at('may-be-cleared')), 0);
  },
);

promise('F22: where the browser has promised to keep it, nobody is worried', async (stage) => {
  const phone = await unsent(stage, async ({ page, context }) => {
    const session = await context.newCDPSession(page);
    await session.send('Browser.setPermission', {
      origin: stage.office.origin,
      permission: { name: 'persistent-storage' },
      setting: 'granted',
    });
  });
  await phone.open('/permohonan');
  await sees(phone, /Tersimpan di HP ini[^]*Akan dikirim sendiri|Akan dikirim sendiri[^]*Tersimpan di HP ini/);
  assert.equal(await phone.page.evaluate(() => navigator.storage.persisted()), true);
  assert.equal(await phone.count(at('may-be-cleared')), 0);
});

/** After Kirim, with no way to the office. */
async function unsent(
  stage: Stage,
  prepare: (phone: ChromiumPhone) => Promise<void> = () => Promise.resolve(),
): Promise<ChromiumPhone> {
  const phone = await stage.chromium();
  await prepare(phone);
  await settleIn(phone, stage.citizen);
  await stage.proxy.link.down();
  await complain(phone, 'belum terkirim');
  return phone;
}
