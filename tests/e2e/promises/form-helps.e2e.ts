import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { expectNothingFound } from '../pages/axe.ts';
import { nobodysFamilyCard, nobodysNik } from '../pages/business-letter.ts';
import { begin, next } from '../pages/complaint.ts';
import { at, isOn, isThere, sees, seesAll } from '../pages/screen.ts';
import { heard, speakIndonesian } from '../pages/voice.ts';

/** Nobody's: no region begins with 99. A girl of 5 March 2024. */
const childsNik = '9999994503240001';

promise(
  'a family card is changed with little typing: who I am is taken over, a job is found by its everyday word, a day of birth by the NIK (F99)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await begin(phone, 'kk-perubahan');
    for (const kind of ['isi', 'tambah']) await phone.press(`${at('field-jenis_data')} input[value="${kind}"]`);
    await phone.press(next);
    await isOn(phone, /\/pemohon/);
    await phone.type(at('field-nama_pemohon'), 'KANARI');
    await phone.type(at('field-nik_pemohon'), nobodysNik);
    for (const field of ['field-nik_pemohon', 'field-no_kk']) {
      const input = phone.page.locator(at(field));
      assert.deepEqual(
        [await input.getAttribute('autocomplete'), await input.getAttribute('spellcheck')],
        ['off', 'false'],
      );
    }
    await phone.type(at('field-no_kk'), nobodysFamilyCard);
    await phone.type(at('field-no_hp'), '+62 812-0000-0001');
    await phone.press(next);
    await isOn(phone, /\/perubahan/);
    await phone.type(at('field-nama'), 'KANARI Ibu');
    await phone.press(at('same-as'));
    const name = phone.page.locator(at('field-nama'));
    assert.equal(await name.inputValue(), 'KANARI');
    await phone.page.goBack();
    await isOn(phone, /\/pemohon/);
    await phone.page.goForward();
    await isOn(phone, /\/perubahan/);
    await phone.press(at('same-as'));
    assert.equal(await name.inputValue(), 'KANARI Ibu', 'what stood there before comes back');
    await phone.press(at('same-as'));
    assert.equal(await name.inputValue(), 'KANARI');
    await phone.press(`${at('field-data')} input[value="pekerjaan"]`);
    await phone.press(at('field-pekerjaan_baru'));
    await phone.page.keyboard.type('ojke');
    await sees(phone, /Sopir/);
    await expectNothingFound(phone, 'an open list');
    await phone.page.keyboard.press('Enter');
    assert.equal(await phone.page.locator(at('field-pekerjaan_baru')).inputValue(), 'Sopir');
    await phone.type(at('field-dasar'), 'Surat keterangan kerja');
    await phone.press(next);
    await isOn(phone, /\/tambah/);
    await phone.type(at('field-nama'), 'KANARI Bayi');
    await phone.type(at('field-nik'), childsNik);
    await seesAll(phone, /lahir 05-03-2024, perempuan/, /Selasa, 5 Maret 2024/, /Diisi dari NIK/);
    await phone.type(at('field-tgl_lahir'), '6 maret 2024');
    await seesAll(phone, /Rabu, 6 Maret 2024/, /Tanggal lahir yang diisi berbeda/);
    await expectNothingFound(phone, 'a NIK that disagrees');
    await phone.choose(at('field-hubungan'), '4');
    await phone.press(`${at('field-sebab')} input[value="lahir"]`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    await phone.press(next);
    await seesAll(phone, /Sopir/, /6 Maret 2024/, /0812-0000-0001/, /9999 9901 0190 0001/);
  },
);

promise(
  'who reads little has a screen of the form read aloud, with no signal too, and what is wrong on it (C34)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await phone.context.addInitScript(speakIndonesian);
    await begin(phone, 'pengaduan');
    await phone.waitForWorker();
    await stage.proxy.link.down();
    await phone.page.reload();
    await phone.press(at('read-aloud'));
    await isThere(phone, `${at('read-aloud')}[aria-label="Berhenti membacakan"]`);
    await expectNothingFound(phone, 'a form that is read aloud');
    assert.match(await heard(phone), /^\["Apa yang terjadi\? Judul laporan\. [^"]*Ceritakan kejadiannya\. [^"]+"\]$/);
    await phone.press(next);
    await sees(phone, /perlu diperbaiki/);
    for (const _ of ['stop', 'again']) await phone.press(at('read-aloud'));
    assert.match(await heard(phone), /,null,"[^"]*2 bagian perlu diperbaiki[^"]*Isi dulu bagian ini[^"]+"\]$/);
    await phone.page.goBack();
    await until('it stops', async () => (await heard(phone)).endsWith(',null]'));
  },
);
