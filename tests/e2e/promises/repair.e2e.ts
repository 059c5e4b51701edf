import assert from 'node:assert/strict';
import { officer } from '../harness/office.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { lockByPin, pin, unlockByPin } from '../pages/lock.ts';
import { forgetAnswers, readRows } from '../pages/phone-store.ts';
import { fillBusinessLetter } from '../pages/business-letter.ts';
import { next, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, isThere, sees, seesAll } from '../pages/screen.ts';

const why = 'Nama usaha keliru dan foto KTP buram';

promise(
  'what an official marks is repaired with no signal under the same number, once; what changed meanwhile is never written over (F57)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await fillBusinessLetter(phone, stage);
    await send(phone);
    await seesReceived(phone);
    const before = await expectOnceAndWhole(stage, stage.photos);
    const desk = await stage.officeView(officer);
    await desk.decide(before.id, 'review');
    await desk.decide(before.id, 'return', why, ['/nama_usaha', '/documents/ktp']);
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await sees(phone, new RegExp(`Perlu perbaikan[^]*${why}`));

    await phone.context.setOffline(true);
    await phone.open(`/permohonan/${before.id}`);
    await isThere(phone, at('marked'));
    await seesAll(phone, new RegExp(why), /Nama usaha/, /KTP/);
    await phone.press(at('repair'));
    await isOn(phone, /\/usaha/);
    await isThere(phone, at('repair-mark'));
    await phone.type(at('field-nama_usaha'), 'Warung KANARI Baru');
    for (const place of [/\/tempat/, /\/keperluan/, /\/berkas/]) {
      await phone.press(next);
      await isOn(phone, place);
    }
    await isThere(phone, at('kept-kk'));
    await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [stage.photo(120_000)]);
    await until('the new paper', async () => (await phone.count(at('paper'))) === 1);
    await phone.press(next);
    await isOn(phone, /\/periksa/);
    await seesAll(phone, /Yang Anda ubah/, /Nama usaha[^]*berkas baru/);
    await send(phone);
    await sees(phone, /Tersimpan di HP ini/);
    await phone.context.setOffline(false);
    await sees(phone, new RegExp(`Perbaikan diterima kantor · No\\. ${before.registrationNumber}`));

    const office = await stage.officeView();
    const [after, ...others] = await office.listApplications();
    assert.ok(after !== undefined);
    assert.deepEqual(others, []);
    const { nama_usaha: _old, ...same } = before.data;
    const { nama_usaha: name, ...still } = after.data;
    assert.deepEqual([after.id, after.status, name, still], [before.id, 'submitted', 'Warung KANARI Baru', same]);
    const kept = (one: typeof after) => one.documents.filter(({ slot }) => slot !== 'ktp').map(({ id }) => id);
    assert.deepEqual(kept(after).toSorted(), kept(before).toSorted());
    assert.deepEqual(revisionsOf(after), ['revise']);

    await desk.decide(before.id, 'return', why, ['/nama_usaha']);
    await phone.open(`/permohonan/${before.id}`);
    await isThere(phone, at('repair'));
    await phone.context.setOffline(true);
    await forgetAnswers(phone);
    await phone.open(`/permohonan/${before.id}`);
    await sees(phone, /Isiannya tidak ada di HP ini/);
    await phone.press(at('repair'));
    await sees(phone, /Isiannya tidak ada di HP ini[^]*Isiannya tidak ada di HP ini/);
    await phone.context.setOffline(false);
    await phone.open(`/permohonan/${before.id}`);
    await isThere(phone, at('repair'));
    await until('the answers are here', async () => (await phone.count(at('repair-needs-signal'))) === 0);
    await phone.context.setOffline(true);
    await phone.press(at('repair'));
    await isOn(phone, /\/usaha/);
    await phone.open((await phone.path()).replace(/usaha.*$/, 'periksa'));
    await send(phone);
    await sees(phone, /Tersimpan di HP ini/);
    await office.withdraw(before.id);
    await phone.context.setOffline(false);
    await sees(phone, /Perlu perhatian/);
    await phone.press('a[href^="/permohonan/"]');
    await isThere(phone, at('change-conflict'));
    await seesAll(phone, /Berubah di kantor/, /Dibatalkan/, /Isian Anda tersimpan utuh/);
    assert.deepEqual(revisionsOf(await office.readApplication(before.id)), ['revise']);
  },
  { limitMs: 120_000 },
);

promise(
  'R3: under a lock what comes back while nobody has unlocked can’t be read on the phone, and is repaired with no signal by who unlocks',
  async (stage) => {
    const phone = await stage.chromium();
    await settleIn(phone, stage.citizen);
    await fillBusinessLetter(phone, stage);
    await send(phone);
    await seesReceived(phone);
    const before = await expectOnceAndWhole(stage, stage.photos);
    await lockByPin(phone);
    await phone.open('/');
    await isThere(phone, at('unlock-secret'));
    const desk = await stage.officeView(officer);
    await desk.decide(before.id, 'review');
    await desk.decide(before.id, 'return', why, ['/nama_usaha']);
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await until('the news is here', async () => JSON.stringify(await readRows(phone, 'tracked')).includes('returned'));
    assert.doesNotMatch(JSON.stringify(await readRows(phone, 'tracked')), /KANARI|answers/);

    await phone.context.setOffline(true);
    await phone.open(`/permohonan/${before.id}`);
    await unlockByPin(phone, pin);
    await phone.press(at('repair'));
    await isOn(phone, /\/usaha/);
    assert.equal(await phone.page.inputValue(at('field-nama_usaha')), before.data['nama_usaha']);
    await phone.type(at('field-nama_usaha'), 'Warung KANARI Baru');
    await phone.open((await phone.path()).replace(/usaha.*$/, 'periksa'));
    await unlockByPin(phone, pin);
    await seesAll(phone, /Yang Anda ubah/, /Nama usaha/);
  },
);

function revisionsOf({ history }: { readonly history?: readonly { readonly action: string }[] | undefined }) {
  return (history ?? []).map(({ action }) => action).filter((action) => action === 'revise');
}
