import assert from 'node:assert/strict';
import type { Request } from 'playwright-core';
import { promise } from '../harness/promise.ts';
import { sees } from '../pages/screen.ts';

promise(
  'without signal the home screen and a service open from the phone, and nothing is asked of the network',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.open('/');
    await sees(phone, /Daftar layanan diperbarui/);
    await phone.waitForWorker();
    await phone.kill();
    await stage.proxy.link.down();
    await phone.relaunch();
    await phone.context.setOffline(true);
    const failed: string[] = [];
    const asked: Promise<void>[] = [];
    // A part that was on its way when the person went on is ended by the browser itself.
    phone.context.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
    });
    phone.context.on('requestfinished', (request) => asked.push(expectFromPhone(request)));
    await phone.open('/');
    await sees(phone, /Surat keterangan usaha[^]*Pengaduan dan aspirasi/);
    for (const serviceId of ['akta-kelahiran', 'sku', 'usulan-dtsen']) {
      await phone.open(`/layanan/${serviceId}`);
      await sees(phone, /Persyaratan[^]*Gratis/);
    }
    assert.deepEqual(failed, []);
    assert.ok(asked.length > 4, 'the page and its parts were asked for');
    await Promise.all(asked);
  },
);

async function expectFromPhone(request: Request): Promise<void> {
  const response = await request.response();
  assert.equal(response?.fromServiceWorker(), true, `${request.url()} did not come from the worker`);
}
