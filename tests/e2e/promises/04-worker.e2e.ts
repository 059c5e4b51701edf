import assert from 'node:assert/strict';
import { controlWorkers } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { at, begin, complain, next, sees, signIn } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/main-promise.ts';

promise('without signal the home screen opens from the worker with no request at all', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await phone.waitForWorker();
  await phone.context.setOffline(true);
  const before = stage.proxy.exchanges.length;
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await phone.open('/layanan/sku');
  await sees(phone, /Gratis/);
  assert.equal(stage.proxy.exchanges.length, before);
});

promise(
  'with every page closed, Background Sync delivers; a worker stopped in the middle goes on (F58)',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.open('/');
    await phone.waitForWorker();
    await signIn(phone, stage.citizen);
    await stage.proxy.link.down();
    const photo = stage.photo(2_000_000);
    await complain(phone, 'latar belakang', [photo]);
    const workers = await controlWorkers(phone, stage.office.origin);
    await stage.proxy.link.up();
    stage.proxy.wire = { upBytesPerSecond: 900_000 };
    // The page itself stays silent from here on: only the worker may send.
    await phone.page.evaluate(() => {
      for (const type of ['online', 'focus', 'visibilitychange', 'pageshow'])
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    });
    const held = phone.page;
    await phone.newTab();
    await held.close();
    await phone.page.goto(`${stage.office.origin}/favicon.svg`);
    const again = await controlWorkers(phone, stage.office.origin);
    await again.dispatchSync('ajukan-outbox');
    await until('an upload is under way', () =>
      stage.proxy.exchanges.some((exchange) => exchange.method === 'PATCH' && exchange.bodyBytes > 100_000),
    );
    await workers.stopAll().catch(() => again.stopAll());
    await again.dispatchSync('ajukan-outbox', true);
    const office = await stage.officeView();
    await until(
      'the office has it whole',
      async () => (await office.listApplications()).some(({ status }) => status === 'submitted'),
      45_000,
    );
    await expectOnceAndWhole(stage, [photo.bytes]);
  },
);

promise('F1 C27: back loses no keystroke, and a browser killed while typing offers to go on', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await begin(phone, 'pengaduan');
  await phone.type(at('field-judul'), 'KANARI judul lengkap');
  await phone.type(at('field-isi'), 'KANARI isi panjang');
  await phone.press(next);
  await until('second step', async () => /kejadian/.test(await phone.path()));
  await phone.page.goBack();
  await until(
    'what was typed is there',
    async () => (await phone.page.locator(at('field-isi')).inputValue()) === 'KANARI isi panjang',
  );
  await phone.type(at('field-isi'), 'KANARI isi panjang sekali');
  await sees(phone, /Draf tersimpan/);
  await phone.kill();
  await phone.relaunch();
  await phone.open('/');
  await sees(phone, /Lanjutkan isian/);
  await phone.press(`${at('draft')} a`);
  await until(
    'everything is there',
    async () => (await phone.page.locator(at('field-isi')).inputValue()) === 'KANARI isi panjang sekali',
  );
});

promise('F96 R12: no personal data is kept outside the store, and a planted script does not run', async (stage) => {
  const phone = await stage.chromium();
  await phone.open('/');
  await phone.waitForWorker();
  await signIn(phone, stage.citizen);
  await complain(phone, 'rahasia', [stage.photo(200_000)]);
  await phone.open('/permohonan');
  const cached = await phone.page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return texts.join('\n') + JSON.stringify({ ...localStorage }) + document.cookie;
  });
  assert.doesNotMatch(cached, /KANARI|99999901/);
  phone.witness.excuse(/Content Security Policy|TrustedHTML|Trusted Type/i);
  const planted = await phone.page.evaluate(() => {
    let reports = 0;
    addEventListener('securitypolicyviolation', () => (reports += 1));
    const script = document.createElement('script');
    try {
      script.textContent = 'window.planted = true';
      document.head.append(script);
    } catch {
      reports += 1;
    }
    return new Promise<{ reports: number; ran: boolean }>((resolve) =>
      setTimeout(() => resolve({ reports, ran: 'planted' in window }), 200),
    );
  });
  assert.equal(planted.ran, false);
  assert.ok(planted.reports > 0);
});
