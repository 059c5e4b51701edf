import assert from 'node:assert/strict';
import path from 'node:path';
import { startServer } from '#server/start.ts';
import { openTestProvider } from '#tests/fakes/oidc/test-provider.ts';
import { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const webDist = path.resolve(process.env['WEB_DIST'] ?? 'dist');

promise(
  'an officer comes in through the office’s own provider, from another site and back, and leaves both',
  async (stage) => {
    const { phone, issuer, close } = await openOfficeWithProvider(stage);
    try {
      await phone.open('/akun?kembali=/permohonan');
      await phone.waitForWorker();
      await phone.press(at('official-sign-in'));
      // There and back: the cookie of the session is Strict, and holds nevertheless.
      await isOn(phone, /^\/permohonan$/);
      await phone.open('/akun');
      await sees(phone, /Masuk sebagai\s+KANARI Petugas/);
      const kept = await phone.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
      assert.ok(!/eyJ[\w-]+\.|chain\./.test(kept + (await phone.page.evaluate(() => document.cookie))), kept);

      await phone.press(at('sign-out'));
      await phone.press(at('confirm-sign-out'));
      await until('the provider asks whether to leave', async () => phone.page.url().startsWith(issuer));
      await phone.page.locator('button[value="yes"]').click();
      await isOn(phone, /^\/$/);
      await phone.open('/akun?masuk=petugas');
      await sees(phone, /Anda belum masuk sebagai petugas/);
      await isThere(phone, at('number-form'));
    } finally {
      await close();
    }
  },
);

/** The app under "localhost", the provider under 127.0.0.1: for a browser two sites. */
async function openOfficeWithProvider(stage: Stage) {
  const provider = await openTestProvider();
  provider.people.set('a-1', { name: 'KANARI Petugas', roles: ['verifikator'], offices: ['desa:36.03.01.2006'] });
  const server = await startServer({
    port: 0,
    dataDir: stage.folder('office-with-provider'),
    demoAccounts: [],
    webDist,
    logLevel: 'silent',
    provider: provider.settings,
  });
  provider.serve(server.url);
  const phone = stage.own(await ChromiumPhone.launch({ origin: server.url, profile: stage.folder('chromium') }));
  return {
    phone,
    issuer: provider.issuer,
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}
