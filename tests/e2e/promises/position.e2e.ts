import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { begin, goToReview, next, send } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { at, isOn, sees } from '../pages/screen.ts';

promise(
  'the place of a complaint is read only when the person presses, and can be pasted from a map where that is not allowed',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), 'KANARI lubang');
    await phone.type(at('field-isi'), 'KANARI di depan sekolah');
    await phone.press(next);
    await isOn(phone, /\/kejadian/);
    await phone.press(at('find-position'));
    await sees(phone, /Izin lokasi tidak diberikan/);
    await phone.type(at('field-titik'), 'https://peta.example/@-6.2,106.7,17z');
    await phone.press(next);
    await isOn(phone, /\/pelapor/);
    await phone.page.goBack();
    await isOn(phone, /\/kejadian/);

    await phone.context.setGeolocation({ latitude: -6.178_34, longitude: 106.631_88, accuracy: 11.4 });
    await phone.context.grantPermissions(['geolocation']);
    await phone.press(at('find-position'));
    await sees(phone, /Ketelitian sekitar 12 meter/);
    assert.equal(await phone.page.locator(at('field-titik')).inputValue(), '6,17834° LS, 106,63188° BT');
    await phone.press(next);
    await isOn(phone, /\/pelapor/);
    await phone.press(`${at('field-anonim')} input[value="true"]`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    await goToReview(phone);
    await sees(phone, /6,17834° LS, 106,63188° BT[^]*Ketelitian sekitar 12 meter/);
    await send(phone);
    const [complaint] = await hasWhole(stage);
    assert.equal(complaint?.data['titik'], 'geo:-6.17834,106.63188;u=12');
  },
);
