import assert from 'node:assert/strict';
import { officer } from '../harness/office.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, complain, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

promise(
  'who does it again finds the service at home and the same answers and papers in a new form, and the cost was said',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.open('/layanan/sku');
    await phone.press(at('favourite'));
    await isThere(phone, `${at('favourite')}[aria-pressed="true"]`);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'sekali lagi');
    await attachEvidence(phone, [stage.photo(300_000)]);
    await goToReview(phone);
    const [, said = ''] = /memakai sekitar (\d+) kB data/.exec(await sees(phone, /memakai sekitar \d+ kB data/)) ?? [];
    const before = { ...stage.proxy.link.bytes };
    await send(phone);
    await isThere(phone, at('received-badge'));
    const { up, down } = stage.proxy.link.bytes;
    const measured = (1.04 * (up - before.up + down - before.down)) / 1000;
    stage.note(`${said} kB said, ${measured.toFixed(0)} kB measured`);
    assert.ok(Math.abs(Number(said) / measured - 1) < 0.1, `${said} kB said, ${measured} kB measured`);

    await phone.press(`a[href="/"]`);
    await sees(phone, /Favorit\s+Surat keterangan usaha[^]*Terakhir dipakai[^]*Pengaduan/);
    await phone.press('nav a[href="/permohonan"]');
    await showsItems(phone, 'done', 1);
    await phone.press(`${at('outbox-item')} a`);
    await phone.press(at('apply-again'));
    await isOn(phone, /\/laporan$/);
    await sees(phone, /Isian baru dibuat dari permohonan tadi\. Berkasnya ikut disalin/);
    assert.equal(await phone.page.locator(at('field-judul')).inputValue(), 'KANARI sekali lagi');
    await phone.open(`${(await phone.path()).replace(/laporan$/, 'berkas')}`);
    await until('the paper came along', async () => (await phone.count(at('paper'))) === 1);
  },
);

promise(
  'two forms of one service are told apart, and a deleted one can be taken back after a kill (C38)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    for (const title of ['lampu mati', 'jalan rusak']) {
      await begin(phone, 'pengaduan');
      await phone.type(at('field-judul'), `KANARI ${title}`);
      await sees(phone, /Draf tersimpan/);
    }
    await phone.open('/layanan/pengaduan');
    await phone.press(at('resume'));
    await sees(phone, /KANARI jalan rusak[^]*KANARI lampu mati/);
    await phone.press(`${at('draft-choice')}:has-text("lampu mati") a`);
    await until(
      'the one that was chosen',
      async () => (await phone.page.locator(at('field-judul')).inputValue()) === 'KANARI lampu mati',
    );
    await phone.open('/');
    await phone.press(`${at('draft')}:has-text("jalan rusak") button`);
    await until('one is left', async () => (await phone.count(at('draft'))) === 1);
    await sees(phone, /Isian dihapus/);
    await phone.kill();
    await phone.relaunch();
    await phone.open('/');
    await phone.press(`${at('discarded-draft')}:has-text("jalan rusak") button`);
    await until('both are there', async () => (await phone.count(at('draft'))) === 2);
    await sees(phone, /Lanjutkan isian[^]*KANARI jalan rusak/);
  },
);

promise(
  'C33: who applies for the same once more is told before Kirim, also with no signal, and not once the first has ended',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'pertama');
    await seesReceived(phone);
    const { id, registrationNumber } = await expectOnceAndWhole(stage, []);
    await phone.context.setOffline(true);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'kedua');
    await goToReview(phone);
    await isThere(phone, at('same-running'));
    await sees(phone, new RegExp(`sudah mengajukan layanan ini[^]*${registrationNumber}`));
    const review = await phone.path();
    await phone.context.setOffline(false);
    const desk = await stage.officeView(officer);
    await desk.decide(id, 'review');
    await desk.decide(id, 'reject', 'KANARI bukan wewenang kami');
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await until('it is not said any more', async () => (await phone.count(at('same-running'))) === 0);
    assert.equal(await phone.path(), review);
    await send(phone);
  },
);
