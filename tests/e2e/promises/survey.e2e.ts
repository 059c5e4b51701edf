import assert from 'node:assert/strict';
import { officer } from '../harness/office.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { heard, speakIndonesian } from '../pages/voice.ts';

promise(
  'what a person says of a service without signal survives a kill, and the office counts it once',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'dinilai');
    await seesReceived(phone);
    const { id } = await expectOnceAndWhole(stage, []);
    await (await stage.officeView(officer)).decide(id, 'reject', 'Sudah diperbaiki');
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await sees(phone, /Ditolak/);
    await phone.waitForWorker();

    await phone.open(`/survei/${id}`);
    await isThere(phone, at('survey-question'));
    assert.equal(await phone.count(at('read-aloud')), 0);
    await phone.context.addInitScript(speakIndonesian);
    await phone.open(`/survei/${id}`);
    await phone.press(at('read-aloud'));
    await sees(phone, /Berhenti membacakan/);
    assert.match(await heard(phone), /syaratnya sesuai[^]*Tidak sesuai[^]*Sangat sesuai"\]$/);
    await phone.press(`a[href="/permohonan/${id}"]`);
    await isThere(phone, at('survey-start'));
    assert.match(await heard(phone), /Sangat sesuai",null\]$/);

    await stage.proxy.link.down();
    await phone.press(at('survey-start'));
    for (const question of [1, 2, 3, 4]) {
      await sees(phone, new RegExp(`Pertanyaan ${question} dari 9`));
      await phone.press(at(`score-${question}`));
    }
    await sees(phone, /Pertanyaan 5 dari 9/);
    await phone.kill();
    await phone.relaunch();
    await phone.open(`/survei/${id}`);
    for (const question of [5, 6, 7, 8, 9]) {
      await sees(phone, new RegExp(`Pertanyaan ${question} dari 9`));
      await phone.press(at('score-4'));
    }
    await phone.type('#survey-comment', 'KANARI ramah sekali');
    await until('it is kept', async () =>
      JSON.stringify(await readRows(phone, 'meta')).includes('KANARI ramah sekali'),
    );
    await phone.kill();
    await phone.relaunch();
    await phone.open(`/survei/${id}`);
    await isThere(phone, at('survey-send'));
    assert.equal(await phone.page.inputValue('#survey-comment'), 'KANARI ramah sekali');
    await phone.press(at('survey-send'));
    await sees(phone, /tersimpan di HP ini/);
    await phone.kill();

    await stage.proxy.link.up();
    await phone.relaunch();
    await phone.open(`/survei/${id}`);
    await sees(phone, /sudah dihitung|tersimpan di HP ini/);
    // A browser that was killed may not have written the session down yet: then the answers wait for their owner.
    const session = await phone.page.evaluate(async () => (await fetch('/v1/me')).status);
    if (session === 401) {
      await signIn(phone, stage.citizen);
      await phone.open(`/survei/${id}`);
    }
    await sees(phone, /sudah dihitung/);
    assert.equal(await (await stage.officeView()).answerAgain(id), 409);
  },
);
