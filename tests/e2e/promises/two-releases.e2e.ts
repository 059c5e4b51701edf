import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { until } from '../harness/until.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'F16: when an older tab keeps the store from being brought up to date, the app says which tab to close, and goes on by itself',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.open('/manifest.webmanifest');
    const older = phone.page;
    await older.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          // Of a release that does not let go when it is asked to.
          const opening = indexedDB.open('ajukan', 5);
          opening.onerror = () => reject(new Error('the older store does not open'));
          opening.onsuccess = () => {
            Object.assign(window, { held: opening.result });
            resolve();
          };
        }),
    );
    await phone.newTab();
    await phone.open('/');
    await isThere(phone, at('incident-blocked'));
    await sees(phone, /Tutup tab Ajukan yang lain[^]*Halaman ini lanjut sendiri/);
    await older.close();
    await sees(phone, /Pengaduan/);
    assert.equal(await phone.count(at('incident-blocked')), 0);
  },
);

promise('F63: what a tab of another release says moves nothing, and what one of ours says does', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  const ours = phone.page;
  // What a sign-in asks for by itself is over.
  let seen = 0;
  let looksWithout = 0;
  await until('the phone has said and asked what it does after a sign-in', () => {
    const { exchanges } = stage.proxy;
    const before = seen;
    seen = exchanges.length;
    const answered = (start: string): boolean =>
      exchanges.some(({ path, endedAtMs }) => path.startsWith(start) && endedAtMs !== null);
    // A page that was left for the next one has dropped what it was asking.
    const isQuiet = exchanges.every(({ isOver }) => isOver) && before === seen;
    // On a busy machine the next request comes late: one quiet look says nothing.
    looksWithout = isQuiet ? looksWithout + 1 : 0;
    return looksWithout >= 10 && ['/v1/changes', '/v1/me/devices/', '/v1/receipt-keys'].every(answered);
  });
  const other = await phone.newTab();
  await other.goto(`${stage.office.origin}/manifest.webmanifest`);
  phone.useTab(ours);
  const asked: string[] = [];
  ours.on('request', (request) => asked.push(new URL(request.url()).pathname));

  const heard = ours.evaluate(async () => {
    const channel = new BroadcastChannel('ajukan-outbox');
    await new Promise<void>((resolve) => {
      channel.addEventListener('message', ({ data }) => {
        if (data === 'last') resolve();
      });
      document.title = 'listening';
    });
    channel.close();
    // Whoever had been woken by one of them would hold the outbox now, or be about to.
    for (let turn = 0; turn < 20; turn += 1) await navigator.locks.request('ajukan-outbox', () => undefined);
  });
  await ours.waitForFunction(() => document.title === 'listening');
  await other.evaluate(() => {
    const channel = new BroadcastChannel('ajukan-outbox');
    const strange = [null, 7, 'more', {}, { type: 'more' }, { version: 2, type: 'more' }, { version: 1, type: 'stop' }];
    for (const message of [...strange, 'last']) channel.postMessage(message);
    channel.close();
  });
  await heard;
  assert.equal(asked.join(), '', 'it was moved');

  await other.evaluate(() => {
    const channel = new BroadcastChannel('ajukan-outbox');
    channel.postMessage({ version: 1, type: 'more' });
    channel.close();
  });
  await until('it looks for more to send', () => asked.some((path) => path.startsWith('/v1/')));
});
