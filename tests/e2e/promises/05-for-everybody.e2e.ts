import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { at, begin, complain, fillComplaint, next, seesReceived, sees, signIn } from '../pages/complaint.ts';

useOffice({ catalogueDir: new URL('../catalogue', import.meta.url).pathname });

async function expectNoViolations(phone: ChromiumPhone, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone.page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    [],
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  promise(`axe finds nothing on any screen (${colorScheme})`, async (stage) => {
    const phone = await stage.chromium({ context: { colorScheme, reducedMotion: 'reduce' } });
    await phone.open('/');
    await sees(phone, /Pengaduan/);
    await expectNoViolations(phone, 'home');
    for (const path of ['/layanan/sku', '/permohonan', '/akun', '/pengaturan', '/tidak-ada']) {
      await phone.open(path);
      await phone.page.locator('h1').waitFor();
      await expectNoViolations(phone, path);
    }
    await begin(phone, 'akta-kelahiran');
    await phone.press(next);
    await expectNoViolations(phone, 'first step with errors');
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'aksesibel', [stage.photo(120_000)]);
    await expectNoViolations(phone, 'review');
    await phone.page.goBack();
    await expectNoViolations(phone, 'papers');
    await phone.press(next);
    await phone.press(at('submit'));
    await phone.page.locator(at('saved-badge')).waitFor();
    await expectNoViolations(phone, 'stored');
    await phone.open('/permohonan');
    await phone.page.locator(at('outbox-item')).waitFor();
    await expectNoViolations(phone, 'list');
  });
}

promise('somebody with only a keyboard sends an application', async (stage) => {
  const phone = await stage.chromium();
  await signIn(phone, stage.citizen);
  await phone.open('/layanan/pengaduan');
  await phone.page.locator(at('start')).waitFor();
  const { keyboard } = phone.page;
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await phone.page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  await tabTo(at('start'));
  await keyboard.press('Enter');
  await phone.page.locator(at('field-judul')).waitFor();
  await tabTo(at('field-judul'));
  await keyboard.type('KANARI papan ketik');
  await tabTo(at('field-isi'));
  await keyboard.type('KANARI tanpa tetikus');
  await tabTo(next);
  await keyboard.press('Enter');
  await phone.page.waitForURL(/kejadian/);
  await tabTo(next);
  await keyboard.press('Enter');
  await phone.page.waitForURL(/pelapor/);
  await tabTo(`${at('field-anonim')} input`);
  await keyboard.press('Space');
  await tabTo(next);
  await keyboard.press('Enter');
  if (/pelapor/.test(await phone.path()) && (await phone.count(at('field-nama_pelapor'))) > 0) {
    await tabTo(at('field-nama_pelapor'));
    await keyboard.type('KANARI');
    await tabTo(next);
    await keyboard.press('Enter');
  }
  await phone.page.waitForURL(/berkas/);
  await tabTo(next);
  await keyboard.press('Enter');
  await phone.page.waitForURL(/periksa/);
  await tabTo(at('submit'));
  await keyboard.press('Enter');
  await phone.page.locator(at('saved-badge')).waitFor();
  await seesReceived(phone);
});

promise('a service that the app has never seen is filled in from its definition alone', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await begin(phone, 'izin-pasar-malam');
  await phone.type(at('field-nama_kegiatan'), 'KANARI pasar malam');
  await phone.press(next);
  await phone.page.waitForURL(/periksa|berkas/);
  await sees(phone, /./);
  await complain(phone, 'tetap ada');
});
