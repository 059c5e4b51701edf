import assert from 'node:assert/strict';
import { ChromiumPhone } from '../harness/chromium.ts';
import { ProfileFiles } from '../harness/profile-files.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

/** What a phone clears when it runs out of room, least first; cookies are the last that stay. */
const evictions = [
  { name: 'the store', storageTypes: 'indexeddb' },
  {
    name: 'everything but cookies',
    storageTypes: 'indexeddb,cache_storage,service_workers,local_storage,file_systems',
  },
] as const;

for (const { name, storageTypes } of evictions) {
  promise(
    `F8 C18: when the system has cleared ${name}, the app says what was lost instead of starting empty`,
    async (stage) => {
      const phone = await stage.chromium();
      await complain(phone, 'akan hilang');
      await phone.open('/permohonan');
      await sees(phone, /Tersimpan di HP ini/);
      await evict(stage, phone, storageTypes);
      await phone.open('/');
      await saysWhatWasLost(phone);
      await countsOn(phone);
    },
  );
}

promise('F8: when the system has cleared the cache only, nothing is lost and what waits is sent', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  const photo = stage.photo(100_000);
  await phone.context.setOffline(true);
  await complain(phone, 'tembolok dihapus', [photo]);
  await evict(stage, phone, 'cache_storage,service_workers');
  await phone.context.setOffline(false);
  await phone.open('/');
  await isThere(phone, at('home'));
  assert.equal(await phone.count(at('incident-lost')), 0);
  await hasWhole(stage);
  await expectOnceAndWhole(stage, [photo]);
});

/** What is left of the files decides what the browser finds; it may never be a clean and empty start. */
const harms = [
  { name: 'F9: the log of the store was overwritten', files: '*.log' },
  { name: 'F10: the table of contents of the store was overwritten', files: 'MANIFEST-*' },
] as const;

for (const { name, files } of harms) {
  promise(`${name} while the browser was closed: the app says what was lost`, async (stage) => {
    const profile = stage.folder('chromium');
    const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
    await complain(phone, 'berkas rusak');
    await phone.close();
    assert.ok(new ProfileFiles(profile).scramble(files) > 0, 'nothing to harm');
    await phone.relaunch();
    await phone.open('/');
    await saysWhatWasLost(phone);
  });
}

promise('F11: the last bytes of the log torn off, what was stored before is there and goes on', async (stage) => {
  const profile = stage.folder('chromium');
  const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
  await complain(phone, 'ekor log');
  await phone.kill();
  assert.ok(new ProfileFiles(profile).tearLog(40) > 0, 'nothing to tear');
  await phone.relaunch();
  await phone.open('/permohonan');
  await sees(phone, /Tersimpan di HP ini/);
  assert.equal(await phone.count(at('incident-lost')), 0);
});

async function evict(stage: Stage, phone: ChromiumPhone, storageTypes: string): Promise<void> {
  const session = await phone.session();
  await phone.page.goto('about:blank');
  await session.send('Storage.clearDataForOrigin', { origin: stage.office.origin, storageTypes });
}

async function saysWhatWasLost(phone: ChromiumPhone): Promise<void> {
  await isThere(phone, at('incident-lost'));
  await sees(phone, /pernah menyimpan 1 permohonan[^]*1 di antaranya belum terkirim/);
  await phone.page.getByRole('button', { name: 'Saya mengerti, lanjutkan' }).click();
  await sees(phone, /Mau mengurus apa/);
}

/** From where the lost store had stopped, so that the office sees the gap too. */
async function countsOn(phone: ChromiumPhone): Promise<void> {
  await complain(phone, 'setelah kehilangan');
  await until('the next one has the next number', async () =>
    JSON.stringify(await readRows(phone, 'outbox')).includes('"sequence":2'),
  );
}
