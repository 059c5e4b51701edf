import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { openDeskOffice, reports, sitDown, tabTo } from '../pages/desk.ts';
import { hasFocus } from '../pages/focus.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'an official finds, takes and returns an application by key alone, and never decides on what a colleague has changed',
  async (stage) => {
    const { computer, applicant, colleague, close } = await openDeskOffice(stage);
    try {
      await reports(applicant, 'KANARI Jembatan', 1);
      const wanted = await reports(applicant, 'KANARI Selokan', 2);
      const { keyboard } = computer.page;
      await sitDown(computer);
      await isThere(computer, `${at('desk-row')}:nth-child(2)`);

      await keyboard.press('/');
      await hasFocus(computer, at('desk-search'));
      await keyboard.type(wanted.registrationNumber);
      await isThere(computer, `table[aria-rowcount="2"] ${at('desk-row')}[data-row="${wanted.id}"]`);
      await keyboard.press('Enter');
      await keyboard.press('j');
      await hasFocus(computer, `[data-row="${wanted.id}"] a`);
      await keyboard.press('Enter');
      await sees(computer, /KANARI Selokan/);
      await isThere(computer, at('desk-picture'));

      await tabTo(computer, `[data-testid="mark-/judul"]`);
      await keyboard.press('Space');
      await tabTo(computer, `[data-testid="mark-/documents/bukti"]`);
      await keyboard.press('Space');
      await keyboard.press('r');
      await hasFocus(computer, at('desk-reason'));
      await keyboard.type('KANARI foto gelap');

      await colleague.decide(wanted.id, 'review');
      await keyboard.press('Control+Enter');
      await hasFocus(computer, at('desk-changed'));
      await sees(computer, /Keputusan Anda tidak dikirim[^]*Status: Baru → Diperiksa/);
      assert.equal((await applicant.readApplication(wanted.id)).status, 'under_review');

      await keyboard.press('a');
      await isThere(computer, `${at('desk-assignee')}:has-text("Anda")`);
      await keyboard.press('r');
      await isThere(computer, `${at('desk-marks')}:has-text("2 ditandai")`);
      await keyboard.press('Control+Enter');
      await isThere(computer, `${at('desk-item')}[data-status="returned"]`);
      const told = await applicant.readApplication(wanted.id);
      assert.equal(told.reason, 'KANARI foto gelap');
      assert.deepEqual(told['fields'], ['/judul', '/documents/bukti']);

      // Back at the place in the list where it was left.
      await keyboard.press('Escape');
      await hasFocus(computer, `[data-row="${wanted.id}"] a`);
    } finally {
      await close();
    }
  },
);
