import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'coming back from a service finds the search as it was typed; coming anew finds all services',
  async (stage) => {
    const phone = await stage.chromium();
    const search = phone.page.locator('input[type="search"]');
    await phone.open('/');
    await sees(phone, /Pengaduan/);
    await search.fill('akte bayi');
    await until('one is found', async () => (await phone.count(at('service-card'))) === 1);
    for (const goBack of [() => phone.press('button[aria-label="Kembali"]'), () => phone.page.goBack()]) {
      await phone.press(`${at('service-card')} a`);
      await isThere(phone, at('start'));
      await goBack();
      await isThere(phone, at('service-card'));
      assert.equal(await search.inputValue(), 'akte bayi');
      assert.equal(await phone.count(at('service-card')), 1);
    }
    await phone.press('nav a[href="/akun"]');
    await isThere(phone, at('sign-in-form'));
    await phone.press('nav a[href="/"]');
    await isThere(phone, at('service-card'));
    assert.equal(await search.inputValue(), '');
  },
);

promise('one press shows one kind of service, and coming back finds that kind', async (stage) => {
  const phone = await stage.chromium();
  const kind = (name: string) => phone.page.getByRole('button', { name, exact: true });
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  const all = await phone.count(at('service-card'));
  await kind('Kecamatan').click();
  await until('three are left', async () => (await phone.count(at('service-card'))) === 3);
  assert.equal(await kind('Kecamatan').getAttribute('aria-pressed'), 'true');
  await phone.press(`${at('service-card')} a[href$="/ahli-waris"]`);
  await isThere(phone, at('start'));
  await phone.press('button[aria-label="Kembali"]');
  await isThere(phone, at('service-card'));
  assert.equal(await phone.count(at('service-card')), 3);
  await kind('Semua').click();
  await until('all are there', async () => (await phone.count(at('service-card'))) === all);
});

promise('coming back from a service finds the place in the list', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await phone.page.evaluate(() => window.scrollTo(0, 150));
  await until('it is scrolled', async () => (await phone.page.evaluate(() => window.scrollY)) === 150);
  await phone.page
    .locator(`${at('service-card')} a`)
    .first()
    .evaluate((link) => link instanceof HTMLElement && link.click());
  await isThere(phone, at('start'));
  assert.equal(await phone.page.evaluate(() => window.scrollY), 0);
  await phone.press('button[aria-label="Kembali"]');
  await isThere(phone, at('service-card'));
  await until('the place is back', async () => (await phone.page.evaluate(() => window.scrollY)) === 150);
});

promise('an address that no service has is called that, while there is signal', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/layanan/tidak-ada');
  const said = await sees(phone, /Layanan ini tidak ada/);
  assert.doesNotMatch(said, /Sambungkan ke internet/);
});
