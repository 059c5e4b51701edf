import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { enterNumberAndCode, settleIn } from '../pages/account.ts';
import { attachEvidence, begin, complain, fillComplaint } from '../pages/complaint.ts';
import { showsItems } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

promise(
  'the screen after Kirim says that the office has it once it has, with the number and a copy of it',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.context.setOffline(true);
    await complain(phone, 'diikuti', [stage.photo(60_000)]);
    const before = await sees(phone, /Tersimpan di HP ini/);
    assert.doesNotMatch(before, /[Dd]iterima kantor/);
    await phone.context.setOffline(false);
    await isThere(phone, at('received-badge'));
    const words = await sees(phone, /^Sudah diterima kantor[^]*Diterima kantor · No\. 3603-/m);
    assert.doesNotMatch(words, /Tersimpan di HP ini/);
    assert.equal(await phone.count(at('saved-badge')), 0);
    await phone.page.getByText('Salin nomor').click();
    await sees(phone, /Nomor disalin|Tidak bisa disalin/);
  },
);

promise(
  'somebody who signs in because of an application comes back to it, and the focus is never lost',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await complain(phone, 'masuk belakangan');
    await phone.page.getByText('Masuk untuk mengirim').click();
    await isOn(phone, /^\/akun\?kembali=\/permohonan$/);
    await sees(phone, /1 permohonan menunggu Anda masuk/);
    await enterNumberAndCode(phone, stage.citizen);
    await isOn(phone, /^\/permohonan$/);
    await expectFocus(phone, /Permohonan saya/);
    await showsItems(phone, 'done', 1);
    await phone.open('/akun');
    await phone.press(at('sign-out'));
    await phone.press(at('confirm-sign-out'));
    await isThere(phone, at('sign-in-form'));
    await expectFocus(phone, /Akun/);
    await enterNumberAndCode(phone, stage.citizen);
    await sees(phone, /Masuk sebagai/);
    await expectFocus(phone, /Akun/);
  },
);

promise('"Kirim sekarang" without internet says what came of it (C2)', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await phone.context.setOffline(true);
  await complain(phone, 'tidak sabar');
  await phone.open('/permohonan');
  await phone.press(at('upload-now'));
  await sees(phone, /Belum ada internet\. Akan dicoba lagi sendiri\./);
  await until('it can be pressed again', async () => (await phone.count(`${at('upload-now')}[aria-disabled]`)) === 0);
});

promise('an application lists its papers by what they are, not by what the camera called them', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await complain(phone, 'bernama', [stage.photo(60_000)]);
  await phone.open('/permohonan');
  await phone.press(`${at('outbox-item')} a`);
  await sees(phone, /Foto atau dokumen bukti\s+foto-1\.jpg/);
});

promise('deleting a paper or a draft leaves the focus on what is next to it', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'dihapus');
  await attachEvidence(phone, [stage.photo(60_000), stage.photo(60_000)]);
  for (const left of [1, 0]) {
    await phone.press(`${at('paper')} button[aria-label^="Hapus"]`);
    await phone.page.locator('dialog[open]').getByText('Hapus', { exact: true }).click();
    await until('the paper is gone', async () => (await phone.count(at('paper'))) === left);
    await expectFocus(phone, left === 1 ? /Hapus foto-2\.jpg/ : /Foto atau dokumen bukti/);
  }
  await begin(phone, 'pengaduan');
  await phone.type(at('field-judul'), 'KANARI lain');
  await sees(phone, /Draf tersimpan/);
  await phone.open('/');
  await until('two drafts', async () => (await phone.count(at('draft'))) === 2);
  await phone.press(`${at('draft')} button`);
  await until('one draft', async () => (await phone.count(at('draft'))) === 1);
  await expectFocus(phone, /Pengaduan/);
  await phone.press(`${at('draft')} button`);
  await until('no draft', async () => (await phone.count(at('draft'))) === 0);
  await expectFocus(phone, /Mau mengurus apa/);
});

async function expectFocus(phone: ChromiumPhone, name: RegExp): Promise<void> {
  await until(`the focus is on ${String(name)}`, async () => {
    const held = await phone.page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return '';
      return active.getAttribute('aria-label') ?? active.textContent;
    });
    return name.test(held);
  });
}
