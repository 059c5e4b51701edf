import assert from 'node:assert/strict';
import { promise, useOffice } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { begin, next, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, sees, seesAll } from '../pages/screen.ts';
import { nightMarket } from '../samples/night-market.ts';

useOffice({ moreServices: [nightMarket] });

promise('a service that the app has never seen is filled in and sent from its definition alone', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await phone.open('/');
  await sees(phone, /Izin pasar malam/);
  await begin(phone, nightMarket.id);
  await phone.type(at('field-nama_kegiatan'), 'KANARI pasar malam');
  await phone.type(at('field-tanggal'), '17-08-2027');
  await phone.type(at('field-mulai'), '18:30');
  await phone.type(at('field-jumlah_lapak'), '40');
  await phone.press(next);
  await isOn(phone, /\/isi_acara/);
  await phone.press(`${at('field-hiburan')} input[value="musik"]`);
  await phone.press(`${at('field-hiburan')} input[value="komidi"]`);
  await sees(phone, /Daya listrik/);
  await phone.type(at('field-daya'), '5.500');
  await phone.press(next);
  await isOn(phone, /\/panitia/);
  await phone.type(`${at('field-ketua')} ${at('field-nama')}`, 'KANARI Ketua');
  await phone.type(`${at('field-pedagang')} ${at('field-nama')}`, 'KANARI Pedagang');
  await phone.press(next);
  await isOn(phone, /\/periksa/);
  await send(phone);
  await seesReceived(phone);
  const { data } = await expectOnceAndWhole(stage, []);
  assert.deepEqual(data, {
    nama_kegiatan: 'KANARI pasar malam',
    tanggal: '2027-08-17',
    mulai: '18:30',
    jumlah_lapak: 40,
    hiburan: ['musik', 'komidi'],
    daya: 5500,
    ketua: { nama: 'KANARI Ketua' },
    pedagang: [{ nama: 'KANARI Pedagang' }],
  });
});

promise(
  'a service written for a newer app says that the app is too old for it, and the others go on',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    const newer = stage.proxy.addRule({
      fault: 'rewrite',
      path: /\/v1\/services\/izin-pasar-malam$/,
      rewrite: (text) => text.replace('"type":"time"', '"type":"signature"'),
    });
    await phone.open('/');
    await seesAll(phone, /Izin pasar malam/, /Daftar layanan diperbarui/);
    await phone.open(`/layanan/${nightMarket.id}`);
    await sees(phone, /Aplikasi perlu versi baru/);
    await phone.open('/layanan/sku');
    await sees(phone, /Mulai isi/);
    stage.proxy.removeRule(newer);
    await phone.open(`/layanan/${nightMarket.id}`);
    await sees(phone, /Mulai isi/);
  },
);
