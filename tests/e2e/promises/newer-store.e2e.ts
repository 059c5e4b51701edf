import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { overwrite, readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

const Stamp = z.object({ key: z.literal('schema'), value: z.object({ schemaVersion: z.int(), minReader: z.int() }) });

promise(
  'F18 F19: a store of a newer release is only read: the app says so, saves copies, and goes on with the right release',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await stage.proxy.link.down();
    await complain(phone, 'rilis lama');
    const ours = (await readRows(phone, 'meta'))
      .map((row) => Stamp.safeParse(row).data)
      .find((row) => row !== undefined);
    assert.ok(ours !== undefined, 'the store has no stamp');
    const newer = { ...ours.value, schemaVersion: ours.value.schemaVersion + 1 };
    await overwrite(phone, { table: 'meta', key: 'schema', value: newer });
    const before = await readEverything(phone);

    // Before there is signal again: the page that wrote it was no older release, and would send.
    await phone.open('/');
    await isThere(phone, at('incident-newer-data'));
    await stage.proxy.link.up();
    await sees(phone, /disimpan oleh versi yang lebih baru/);
    const downloading = phone.page.waitForEvent('download');
    await phone.press(at('save-copy'));
    const copy = await readFile(await (await downloading).path(), 'utf8');
    assert.match(copy, /"format": "ajukan-export"/);
    assert.match(copy, /"base64": "[\w+/=]{100,}"/);
    await phone.page.reload();
    await isThere(phone, at('incident-newer-data'));
    assert.equal(await readEverything(phone), before, 'something was written');

    await overwrite(phone, { table: 'meta', key: 'schema', value: ours.value });
    await seesReceived(phone);
    await expectOnceAndWhole(stage, []);
  },
);

promise(
  'F16: when another tab brings a newer store, the older tab lets go at once and asks to be loaded again',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const older = phone.page;
    const newer = await phone.newTab();
    await newer.goto(`${stage.office.origin}/manifest.webmanifest`);
    const waitedMs = await newer.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const fromMs = performance.now();
          const opening = indexedDB.open('ajukan', 1_000);
          opening.onerror = () => reject(new Error('the newer store does not open'));
          opening.onsuccess = () => {
            opening.result.close();
            resolve(performance.now() - fromMs);
          };
        }),
    );
    assert.ok(waitedMs < 5_000, `the newer release waited ${waitedMs} ms`);
    phone.useTab(older);
    await isThere(phone, at('incident-newer-data'));
    await hasWhole(stage, 0);
  },
);

async function readEverything(phone: ChromiumPhone): Promise<string> {
  const tables = ['meta', 'drafts', 'documents', 'outbox', 'tracked', 'wallet'] as const;
  return JSON.stringify(await Promise.all(tables.map(async (table) => await readRows(phone, table))));
}
