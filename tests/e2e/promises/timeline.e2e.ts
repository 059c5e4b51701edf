import assert from 'node:assert/strict';
import { officer } from '../harness/office.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isThere, sees, seesAll } from '../pages/screen.ts';

promise(
  'news are marked until somebody looks; what happened is on the phone without signal, and on any phone by the receipt',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'kabar');
    await seesReceived(phone);
    const [application] = await hasWhole(stage);
    const id = application?.id ?? '';
    assert.equal(await phone.count(at('unread')), 0);

    await (await stage.officeView(officer)).decide(id, 'review');
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await isThere(phone, at('unread'));
    await isThere(phone, at('news-mark'));
    await phone.press(`${at('outbox-item')} a`);
    await seesAll(phone, /Diterima kantor[^]*Dari Anda[^]*Mulai diperiksa[^]*Oleh petugas pemeriksa/, /Kabar terakhir/);
    await phone.waitForWorker();
    await phone.context.setOffline(true);
    await phone.open(`/permohonan/${id}`);
    await seesAll(phone, /Mulai diperiksa[^]*Oleh petugas pemeriksa[^]*Berikutnya/, /Kabar terakhir dari kantor/);
    await phone.open('/permohonan');
    await isThere(phone, at('outbox-item'));
    await until('nothing is marked', async () => (await phone.count(`${at('unread')}, ${at('news-mark')}`)) === 0);

    await phone.open(`/permohonan/${id}/tanda-terima`);
    const said = await sees(phone, /Kode status: [0-9A-Z-]{32}/);
    const [number = ''] = /3603-\d{4}-\d{6}/.exec(said) ?? [];
    const secret = (/Kode status: ([0-9A-Z-]{32})/.exec(said)?.[1] ?? '').replaceAll('-', '');
    const other = await stage.chromiumWithShell();
    await other.open(`/status#${number}.${secret}`);
    await sees(other, /Sedang diperiksa[^]*Nama dan isi permohonan tidak ditampilkan/);
    await other.open(`/status#${number}.${'0'.repeat(26)}`);
    await sees(other, /Tidak ditemukan/);
  },
);
