import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until, within } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { countItems, seesReceived } from '../pages/outbox.ts';
import { at, isThere, sees } from '../pages/screen.ts';

/** How long a person looks at a page that does not open. */
const visitMs = 5_000;
const workerPath = /^\/sw\.js/;
const killSwitch = readFileSync(new URL('../../../public/sw-off.js', import.meta.url), 'utf8');

/** Takes over at once and answers no page. */
const brokenWorker = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(Response.error());
});`;

promise('F62: a worker script that is gone or throws stops nobody: the app opens, stores and sends', async (stage) => {
  const phone = await stage.chromium();
  phone.witness.excuse(/sw\.js|ServiceWorker/);
  const throwing = stage.proxy.addRule({
    fault: 'rewrite',
    path: workerPath,
    rewrite: () => 'throw new Error("broken release");',
  });
  await complain(phone, 'pekerja rusak');
  stage.proxy.removeRule(throwing);
  await phone.open('/');
  await phone.waitForWorker();

  const gone = stage.proxy.addRule({ fault: 'status', path: workerPath, status: 404 });
  await phone.open('/permohonan');
  await sees(phone, /Tersimpan di HP ini/);
  await until('the script was asked for', () => gone.hits > 0);
  await phone.page.reload();
  await sees(phone, /Tersimpan di HP ini/);
  await settleIn(phone, stage.citizen);
  await seesReceived(phone);
  await expectOnceAndWhole(stage, []);
});

promise(
  'F62: the kill switch takes a broken worker off the phone, and leaves everything that waits to be sent',
  async (stage) => {
    const phone = await stage.chromium();
    await settleIn(phone, stage.citizen);
    const photo = stage.photo(100_000);
    await phone.context.setOffline(true);
    await complain(phone, 'sakelar', [photo]);
    await phone.context.setOffline(false);
    const broken = stage.proxy.addRule({ fault: 'rewrite', path: workerPath, rewrite: () => brokenWorker });
    stage.proxy.addRule({ fault: 'status', path: /^\/v1\//, status: 503 });
    await phone.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until('the broken release keeps the app from opening', async () => !(await opens(phone)));

    stage.proxy.removeRule(broken);
    const rescue = stage.proxy.addRule({ fault: 'rewrite', path: workerPath, rewrite: () => killSwitch });
    // At a visit, a moment after it; a visit that comes too soon after the last one is not enough.
    await until('the browser asks for the next release by itself', async () => {
      await opens(phone);
      return await until('at this visit', () => rescue.hits > 0, visitMs).catch(() => false);
    });
    await until('the app opens again', async () => await opens(phone));
    await isThere(phone, at('home'));
    // The page registers what the server has, which takes itself away again.
    await until('the worker is gone', async () =>
      isDeepStrictEqual(await whatIsLeft(phone), { workers: 0, caches: ['ajukan-mark'] }),
    );
    await phone.open('/permohonan');
    await isThere(phone, at('outbox-item'));
    assert.equal(await countItems(phone, 'done'), 0);
    assert.equal(await phone.count(at('incident-lost')), 0);

    await stage.proxy.heal();
    await seesReceived(phone);
    await hasWhole(stage);
    await expectOnceAndWhole(stage, [photo]);
    await until('the next good release is in charge', async () => {
      await phone.open('/');
      return await phone.page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        return navigator.serviceWorker.controller !== null;
      });
    });
  },
);

/** While workers take over from each other Chromium may leave a page without an answer: a person would try again. */
async function opens(phone: ChromiumPhone): Promise<boolean> {
  return await within('the page opens', phone.open('/'), visitMs).then(
    () => true,
    () => false,
  );
}

async function whatIsLeft(phone: ChromiumPhone): Promise<{ readonly workers: number; readonly caches: string[] }> {
  return await phone.page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));
}
