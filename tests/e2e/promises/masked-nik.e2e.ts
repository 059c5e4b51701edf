import assert from 'node:assert/strict';
import { paperlessService, validAnswers } from '#server/testing/test-service.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { openDeskOffice, sitDown } from '../pages/desk.ts';
import { at, isThere, sees } from '../pages/screen.ts';

const nik = '9903010101900001';
const whole = /9903\s?0101\s?0190\s?0001/;

promise(
  'R9: an official finds an application by its NIK, and no whole NIK stands on the desk until they ask for it',
  async (stage) => {
    const { computer, applicant, close } = await openDeskOffice(stage, [paperlessService]);
    try {
      const service = { serviceId: paperlessService.id, schemaVersion: 1 };
      await applicant.apply({ ...service, data: { ...validAnswers, nik: '9903010101900002' } });
      const { id } = await applicant.apply({ ...service, data: { ...validAnswers, nik } });
      await sitDown(computer);
      await isThere(computer, `table[aria-rowcount="3"]`);
      await computer.type(at('desk-search'), nik);
      await isThere(computer, `table[aria-rowcount="2"] [data-row="${id}"]`);
      assert.doesNotMatch(await computer.page.locator('table').innerHTML(), whole);

      await opensMasked(computer, id);
      await computer.page.keyboard.press('n');
      await sees(computer, /9903 0101 0190 0001/);
      await sees(computer, /Dicatat di log/);
      await computer.page.keyboard.press('n');
      await isMasked(computer);
      await computer.press(at('desk-reveal'));
      await sees(computer, /9903 0101 0190 0001/);

      await computer.page.keyboard.press('Escape');
      await opensMasked(computer, id);
      await computer.page.context().setOffline(true);
      await computer.press(at('desk-reveal'));
      await isThere(computer, at('desk-trouble-offline'));
      await isMasked(computer);
    } finally {
      await close();
    }
  },
);

async function opensMasked(computer: ChromiumPhone, id: string): Promise<void> {
  await computer.press(`[data-row="${id}"] a`);
  await isThere(computer, at('desk-reveal'));
  await isMasked(computer);
}

async function isMasked(computer: ChromiumPhone): Promise<void> {
  await sees(computer, /99•• •••• •••• 0001/);
  assert.doesNotMatch(await computer.page.content(), whole);
}
