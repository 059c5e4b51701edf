import assert from 'node:assert/strict';
import { promise, useOffice } from '../harness/promise.ts';
import { decideAs, openCase, reports } from '../pages/desk.ts';
import { officialsOf } from '../pages/officials.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const officials = await officialsOf({
  'v-1': { name: 'KANARI Petugas', roles: ['verifikator'], offices: ['dinas:36.03'] },
});
useOffice({ provider: officials.provider });

const why = 'Foto kurang jelas, mohon diulang';

promise(
  'a session that ends and a signal that goes in the middle of checking cost an official nothing, and the decision is said once',
  async (stage) => {
    officials.serve(stage);
    const applicant = await stage.officeView();
    const { id } = await reports(applicant, 'KANARI Lampu', 1);
    const computer = await officials.sit(stage, 'v-1');
    await openCase(computer, id);
    await computer.press('[data-testid="mark-/judul"]');
    await computer.press(at('desk-return'));
    await computer.type(at('desk-reason'), why);

    await computer.context.clearCookies({ domain: 'localhost' });
    await computer.press(at('desk-send'));
    await sees(computer, /Sesi Anda sudah berakhir/);
    await isThere(computer, `${at('desk-panel-return')} ${at('desk-sign-in-again')}[href^="/v1/"]`);
    await computer.press(at('desk-sign-in-again'));
    await isOn(computer, new RegExp(`^/meja/permohonan/${id}$`));
    await isThere(computer, `${at('mark-/judul')}:checked`);
    await computer.press(at('desk-return'));
    assert.equal(await computer.page.locator(at('desk-reason')).inputValue(), why);
    const kept = await computer.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!kept.includes(why), kept);

    await computer.press('.desk-nav a[href="/meja"]');
    await openCase(computer, id);
    await computer.context.setOffline(true);
    await sees(computer, /Tidak ada internet/);
    await computer.press(at('desk-return'));
    await computer.press(at('desk-send'));
    await sees(computer, /1 keputusan belum terkirim/);
    await computer.page.goBack();
    await sees(computer, /Yang tampil adalah keadaan pukul/);
    await openCase(computer, id);
    await sees(computer, /Yang tampil adalah keadaan pukul[^]*KANARI Lampu/);
    assert.equal((await applicant.readApplication(id)).status, 'submitted');

    await computer.context.setOffline(false);
    await isThere(computer, `${at('desk-item')}[data-status="returned"]`);
    assert.equal(await computer.count(at('desk-waiting')), 0);
    const told = await applicant.readApplication(id);
    assert.deepEqual([told.reason, told['fields']], [why, ['/judul']]);
    assert.deepEqual(
      told.history?.map(({ action }) => action),
      ['received', 'return'],
    );
  },
);

promise(
  'who has to sign in again finds the result half typed, the decision that waited and the list as it was narrowed',
  async (stage) => {
    officials.serve(stage);
    const applicant = await stage.officeView();
    const { id } = await reports(applicant, 'KANARI Taman', 1);
    const other = await reports(applicant, 'KANARI Tamansari', 1);
    const computer = await officials.sit(stage, 'v-1');
    const narrowed = '/meja?layanan=pengaduan&petugas=none&urut=due';
    const signsInAgain = () => computer.press(at('desk-sign-in-again'));
    await computer.open(narrowed);
    await computer.type(at('desk-search'), 'KANARI Taman');
    await isThere(computer, 'table[aria-rowcount="3"]');
    await computer.context.clearCookies({ domain: 'localhost' });
    await computer.press('.desk-refresh');
    await signsInAgain();
    await isThere(computer, 'table[aria-rowcount="3"]');
    assert.equal(await computer.page.locator(at('desk-search')).inputValue(), 'KANARI Taman');
    assert.ok(computer.page.url().endsWith(narrowed), computer.page.url());

    await openCase(computer, id);
    await decideAs(computer, 'review', 'under_review');
    await decideAs(computer, 'process', 'in_process');
    await computer.press(at('desk-add-result'));
    await computer.choose(`${at('desk-result-form')} select`, 'pickup');
    await computer.type(at('result-title'), 'KANARI surat');
    await computer.type(at('result-place'), 'Loket 3');
    await computer.type(at('result-from'), '2026-12-07');
    await computer.context.clearCookies({ domain: 'localhost' });
    await computer.press(at('result-save'));
    await signsInAgain();
    await isThere(computer, at('desk-result-form'));
    const typed = await computer.page
      .locator(`${at('desk-result-form')} :is(input, select)`)
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).filter(Boolean));
    assert.deepEqual(typed, ['pickup', 'KANARI surat', 'Loket 3', '2026-12-07']);
    await computer.press(at('result-save'));
    await sees(computer, /KANARI surat[^]*Loket 3/);
    await computer.page.keyboard.press('Escape');
    await isThere(computer, 'table[aria-rowcount="3"]');
    assert.ok(computer.page.url().endsWith(narrowed), computer.page.url());

    await openCase(computer, other.id);
    await computer.context.setOffline(true);
    await computer.press(at('desk-review'));
    await sees(computer, /1 keputusan belum terkirim/);
    await computer.context.clearCookies({ domain: 'localhost' });
    await computer.context.setOffline(false);
    await signsInAgain();
    await isThere(computer, `${at('desk-item')}[data-status="under_review"]`);
    const told = await applicant.readApplication(other.id);
    assert.deepEqual(
      told.history?.map(({ action }) => action),
      ['received', 'review'],
    );
    const kept = await computer.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!kept.includes('KANARI Taman'), kept);
  },
);

promise(
  'two papers lie beside each other on a computer and on a tablet, and the words for a repair leave room for the answers (C42)',
  async (stage) => {
    officials.serve(stage);
    const { id } = await reports(await stage.officeView(), 'KANARI Trotoar', 1, 2);
    const computer = await officials.sit(stage, 'v-1');
    await openCase(computer, id);
    await computer.press(at('desk-compare'));
    const pictures = computer.page.locator(at('desk-picture'));
    await isThere(computer, `${at('desk-paper-view')} + ${at('desk-paper-view')} ${at('desk-picture')}`);
    const widths = () => pictures.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    const [answers, left, right] = await computer.page
      .locator('.desk-answers, .desk-paper-sheet')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y, width }) => ({ x, y, width })));
    assert.ok(answers !== undefined && left !== undefined && right !== undefined);
    assert.ok(
      answers.x + answers.width <= left.x && left.x + left.width <= right.x,
      JSON.stringify([answers, left, right]),
    );
    assert.ok(right.x + right.width <= 1280 && left.y < 800 && left.y === right.y, JSON.stringify([left, right]));
    const [first = 0, second = 0] = await widths();
    await computer.page.getByRole('button', { name: 'Perbesar' }).nth(1).click();
    assert.deepEqual(await widths(), [first, second * 1.5]);

    for (const [width, height] of [
      [820, 1180],
      [1180, 820],
    ] as const) {
      await computer.page.setViewportSize({ width, height });
      const boxesOf = (selector: string) =>
        computer.page
          .locator(selector)
          .evaluateAll((all) =>
            all.map((one) => one.getBoundingClientRect()).map(({ x, y, height }) => [x, y, height]),
          );
      const [[x1 = 0, y1] = [], [x2 = 0, y2] = []] = await boxesOf('.desk-paper-sheet');
      assert.ok(x1 < x2 && y1 === y2, `${width}: ${JSON.stringify([x1, x2, y1, y2])}`);
      await computer.press(at('desk-return'));
      await isThere(computer, at('desk-panel-return'));
      const [[, , panel = height] = []] = await boxesOf('.desk-decision');
      assert.ok(panel <= height * 0.36, `${width}: the panel covers ${panel} of ${height}`);
      await computer.page.keyboard.press('Escape');
    }
  },
);
