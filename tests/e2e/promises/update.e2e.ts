import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { begin } from '../pages/complaint.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise('F61 C40: a new release waits while a form is open, and taking it loses nothing', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await phone.waitForWorker();
  await begin(phone, 'pengaduan');
  const story = phone.page.locator(at('field-isi'));
  await story.pressSequentially('KANARI sedang mengetik');
  await phone.page.evaluate(() => Reflect.set(window, 'sameDocument', true));

  stage.proxy.addRule({ fault: 'rewrite', path: /^\/sw\.js/, rewrite: (script) => `${script}\n// the next release\n` });
  await phone.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await until('the new release waits', async () =>
    phone.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed'),
  );
  await story.pressSequentially(' terus');
  assert.equal(await phone.page.evaluate(() => Reflect.get(window, 'sameDocument')), true);
  assert.doesNotMatch(await phone.text(), /Versi baru siap/);
  assert.equal(await story.inputValue(), 'KANARI sedang mengetik terus');

  await sees(phone, /Draf tersimpan/);
  await phone.open('/');
  await sees(phone, /Versi baru siap/);
  const take = async (): Promise<void> => {
    await phone.page.evaluate(() => Reflect.set(window, 'sameDocument', true));
    await phone.page.getByRole('button', { name: 'Pakai sekarang' }).click();
  };
  const startsAnew = () =>
    until('the app has started anew', async () =>
      phone.page.evaluate(() => Reflect.get(window, 'sameDocument') === undefined).catch(() => false),
    );
  // A browser that keeps the old worker: what it is told does not reach it.
  await phone.page.evaluate(() => Reflect.set(ServiceWorker.prototype, 'postMessage', () => undefined));
  await take();
  const busy = phone.page.getByRole('button', { name: 'Pakai sekarang' });
  assert.equal(await busy.getAttribute('aria-disabled'), 'true', 'nothing shows that it is under way');
  await startsAnew();

  await sees(phone, /Versi baru siap/);
  await take();
  await startsAnew();
  await isThere(phone, at('draft'));
  assert.doesNotMatch(await phone.text(), /Versi baru siap/);
  await phone.press(`${at('draft')} a`);
  await until('everything typed is there', async () => (await story.inputValue()) === 'KANARI sedang mengetik terus');
});
