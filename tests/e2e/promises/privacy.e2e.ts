import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { scanBytes, scanPaths } from '../../../tools/checks/canary-scan.ts';
import { promise } from '../harness/promise.ts';
import { canaries } from '../harness/verdict.ts';
import { signIn } from '../pages/account.ts';
import { fillBusinessLetter, nobodysNik } from '../pages/business-letter.ts';
import { send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';

promise(
  'F96: an NIK and a name reach the office and are found nowhere else: no cache, address, title, console or log',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.open('/');
    await phone.waitForWorker();
    await signIn(phone, stage.citizen);
    await fillBusinessLetter(phone, stage);
    await send(phone);
    await seesReceived(phone);
    const application = await expectOnceAndWhole(stage, stage.photos);
    assert.equal(application.data['nik_pemohon'], nobodysNik);

    const kept = await phone.page.evaluate(async () => {
      const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
      return texts;
    });
    assert.ok(kept.length > 10, 'the shell is in the cache');
    for (const canary of canaries) for (const text of kept) assert.doesNotMatch(text, canary);
    await phone.close();
    const store = /[/\\]IndexedDB[/\\]/;
    const { finds, read } = scanPaths([phone.profile], { except: store });
    assert.ok(read > 20, 'the browser has left a profile');
    assert.deepEqual(finds, [], 'nothing of it lies anywhere else in the browser');
    const inStore = scanPaths(globSync(path.join(phone.profile, '**', 'IndexedDB')));
    assert.notDeepEqual(inStore.finds, [], 'and the scan finds it where it has to be');
    assert.deepEqual(findInDatabase(stage.office.databaseFile), ['account', 'applicant_word', 'application']);
    // Addresses, titles, console and the office's log are judged at the end of every promise.
  },
);

/** Tables of the office that have something of the person in them. */
function findInDatabase(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all();
  const found = tables
    .map(({ name }) => String(name))
    .filter((name) => {
      const rows = database.prepare(`SELECT * FROM "${name}"`).all();
      return scanBytes(name, Buffer.from(JSON.stringify(rows))).length > 0;
    });
  database.close();
  return found;
}

promise('R12: a script planted in the page does not run (F89)', async (stage) => {
  const phone = await stage.chromium();
  phone.witness.excuse(/Content Security Policy|Trusted ?(Script|HTML|Type)/i);
  stage.proxy.addRule({
    fault: 'rewrite',
    path: /^\/(index\.html)?$/,
    rewrite: (html) => html.replace('</head>', '<script>window.planted = true</script></head>'),
  });
  await phone.open('/');
  await phone.page.locator('h1').waitFor();
  assert.equal(await phone.page.evaluate(() => Reflect.get(window, 'planted')), undefined);
  assert.ok(
    phone.witness.complaints.some((complaint) => /script/i.test(complaint)),
    'the browser reported it',
  );
  const refused = await phone.page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'window.planted = true';
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
    document.head.append(script);
    return 'taken';
  });
  assert.equal(refused, 'TypeError');
  assert.equal(await phone.page.evaluate(() => Reflect.get(window, 'planted')), undefined);
});
