import type { Locator, Page } from 'playwright-core';

/** Nobody's: region 99, and the name that marks test data. */
const words = {
  nik: '9999990101900001',
  tel: '081200000001',
  name: 'KANARI SITI',
  sentence: 'Lampu jalan di depan balai desa padam.',
};

/** Puts something plausible into every empty field of the step that is on screen. */
export async function fillStep(page: Page): Promise<void> {
  const form = page.locator('main');
  for (const group of await form.locator('fieldset:has(input[type=radio])').all()) {
    if ((await group.locator('input[type=radio]:checked').count()) === 0) {
      await group.locator('input[type=radio]').first().check({ force: true });
    }
  }
  for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 });
  for (const field of await form.locator('input:not([type=radio], [type=checkbox], [type=file]), textarea').all()) {
    if ((await field.inputValue()) === '') await field.fill(await plausible(field));
  }
}

async function plausible(field: Locator): Promise<string> {
  const [type, mode, length, tag] = await Promise.all([
    field.getAttribute('type'),
    field.getAttribute('inputmode'),
    field.getAttribute('maxlength'),
    field.evaluate((element) => element.tagName),
  ]);
  if (type === 'date') return '2026-11-12';
  if (type === 'time') return '08:30';
  if (type === 'tel' || mode === 'tel') return words.tel;
  if (mode === 'numeric' && length === '16') return words.nik;
  if (type === 'number' || mode === 'numeric' || mode === 'decimal') return '3';
  return tag === 'TEXTAREA' ? words.sentence : words.name;
}
