import assert from 'node:assert/strict';
import { Capabilities } from '#contract/schemas.ts';
import { toyPushService } from '#server/testing/toy-push-service.ts';
import { type ChromiumPhone, controlWorkers } from '../harness/chromium.ts';
import { promise, useOffice } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { fillBusinessLetter } from '../pages/business-letter.ts';
import { decideAs, openCase } from '../pages/desk.ts';
import { next, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { officialsOf } from '../pages/officials.ts';
import { seesReceived } from '../pages/outbox.ts';
import { haveSubscription, pressNotification, shownOn } from '../pages/push.ts';
import { at, isOn, isThere, sees, seesAll } from '../pages/screen.ts';

const service = await toyPushService();
const officials = await officialsOf({
  'a-1': { name: 'KANARI Petugas', roles: ['verifikator'], offices: ['desa:36.03', 'dinas:36.03'] },
});
useOffice({ pushOrigin: service.origin, provider: officials.provider });

const why = 'Nama usaha keliru dan foto KTP buram';
const badLine = { latencyMs: 120, upBytesPerSecond: 80_000, downBytesPerSecond: 200_000 };

promise(
  'the whole loop in two browsers: sent over a bad line, given back while the phone is offline, repaired, made, brought by push, and told how it was',
  async (stage) => {
    const phone = await stage.chromium();
    const told = await fetch(`${stage.office.directOrigin}/.well-known/public-service-sync`);
    const browser = service.subscribe(Capabilities.parse(await told.json()).push?.vapidPublicKey ?? '');
    await haveSubscription(phone, browser);
    officials.serve(stage);
    const computer = await officials.sit(stage, 'a-1');
    await settleIn(phone, stage.citizen);

    await fillBusinessLetter(phone, stage);
    stage.proxy.link.faults = { ...badLine, cutAfterUpBytes: 150_000 };
    await send(phone);
    await seesReceived(phone);
    const { id, registrationNumber } = await expectOnceAndWhole(stage, stage.photos);
    await phone.open(`/permohonan/${id}`);
    await phone.press(at('news-on'));
    await isThere(phone, at('news-reached'));

    await computer.open('/meja');
    await openCase(computer, id);
    await computer.press(at('desk-claim'));
    await sees(computer, /\bLepas\b/);
    await decideAs(computer, 'review', 'under_review');
    await phone.context.setOffline(true);
    await computer.press('[data-testid="mark-/nama_usaha"]');
    await computer.press('[data-testid="mark-/documents/ktp"]');
    await computer.press(at('desk-return'));
    await computer.type(at('desk-reason'), why);
    await computer.press(at('desk-send'));
    await isThere(computer, `${at('desk-item')}[data-status="returned"]`);

    await phone.context.setOffline(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await sees(phone, new RegExp(`Perlu perbaikan[^]*${why}`));
    await repair(phone, stage);
    await sees(phone, new RegExp(`Perbaikan diterima kantor · No\\. ${registrationNumber}`));

    await computer.open('/meja');
    await openCase(computer, id);
    await seesAll(computer, /Warung KANARI Baru/);
    await decideAs(computer, 'review', 'under_review');
    await decideAs(computer, 'process', 'in_process');
    await computer.press(at('desk-add-result'));
    await computer.type(at('result-title'), 'Surat keterangan usaha');
    await computer.attach(at('result-file'), [stage.pdf('surat-keterangan-usaha.pdf')]);
    await computer.press(at('result-save'));
    await sees(computer, /Surat keterangan usaha/);
    await until('the paper is with the office', async () => (await computer.count(at('desk-result-form'))) === 0);
    const before = service.broughtTo(browser.endpoint).length;
    await computer.press(at('desk-ready'));
    await computer.press(at('desk-sure'));
    await isThere(computer, `${at('desk-item')}[data-status="ready"]`);

    await phone.open('/');
    const brought = await until('the office has woken the phone', () => {
      const all = service.broughtTo(browser.endpoint);
      return all.length > before && all.at(-1);
    });
    assert.equal(brought.plain, JSON.stringify({ id }));
    await (await controlWorkers(phone, stage.office.origin)).deliverPush(brought.plain);
    await until('the phone says so', async () => shownOn(phone));
    await pressNotification(phone);
    await isOn(phone, new RegExp(`/permohonan/${id}`));
    await seesAll(phone, /Sudah jadi/, /Hasil ditambahkan/);

    await phone.press(at('survey-start'));
    for (let question = 1; question <= 9; question += 1) {
      await sees(phone, new RegExp(`Pertanyaan ${question} dari 9`));
      await phone.press(at('score-4'));
    }
    await phone.press(at('survey-send'));
    await sees(phone, /sudah dihitung/);
    const office = await stage.officeView();
    const [application, ...others] = await office.listApplications();
    assert.deepEqual(others, []);
    assert.deepEqual(
      application?.history?.map(({ action }) => action),
      ['received', 'review', 'return', 'revise', 'review', 'process', 'result', 'ready'],
    );
  },
  { limitMs: 400_000, usualMs: 33_000 },
);

/** What was marked, and nothing else. */
async function repair(phone: ChromiumPhone, stage: Stage): Promise<void> {
  await phone.press(at('repair'));
  await isOn(phone, /\/usaha/);
  await phone.type(at('field-nama_usaha'), 'Warung KANARI Baru');
  for (const place of [/\/tempat/, /\/keperluan/, /\/berkas/]) {
    await phone.press(next);
    await isOn(phone, place);
  }
  await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [stage.photo(120_000)]);
  await until('the new paper', async () => (await phone.count(at('paper'))) === 1);
  await phone.press(next);
  await isOn(phone, /\/periksa/);
  await send(phone);
}
