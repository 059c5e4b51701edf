import assert from 'node:assert/strict';
import { Capabilities } from '#contract/schemas.ts';
import { toyPushService } from '#server/testing/toy-push-service.ts';
import { controlWorkers } from '../harness/chromium.ts';
import { officer } from '../harness/office.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signOut } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { readRows } from '../pages/phone-store.ts';
import { haveSubscription, pressNotification, shownOn } from '../pages/push.ts';
import { at, isThere, sees } from '../pages/screen.ts';

const service = await toyPushService();
useOffice({ pushOrigin: service.origin });

promise(
  'F97: a closed app is woken by news of the office, and a lock screen learns only that there are some',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    const told = await fetch(`${stage.office.directOrigin}/.well-known/public-service-sync`);
    const browser = service.subscribe(Capabilities.parse(await told.json()).push?.vapidPublicKey ?? '');
    await haveSubscription(phone, browser);
    await settleIn(phone, stage.citizen);
    await complain(phone, 'diberi tahu');
    const [application] = await hasWhole(stage);
    const id = application?.id ?? '';
    await phone.waitForWorker();
    await phone.open(`/permohonan/${id}`);
    await phone.press(at('news-on'));
    await isThere(phone, at('news-reached'));
    await sees(phone, /HP ini akan memberi tahu Anda/);
    await phone.open('/');

    await (await stage.officeView(officer)).decide(id, 'review');
    const [brought] = await until('the office has woken the browser', () => {
      const all = service.broughtTo(browser.endpoint);
      return all.length > 0 && all;
    });
    assert.equal(brought?.plain, JSON.stringify({ id }));

    const workers = await controlWorkers(phone, stage.office.origin);
    await workers.deliverPush(brought.plain);
    const shown = await until('the phone says so', async () => shownOn(phone));
    assert.deepEqual(shown, [['Ajukan', 'Ada kabar tentang permohonan Anda']]);
    await pressNotification(phone);
    await sees(phone, /Sedang diperiksa/);
    assert.equal(new URL(phone.page.url()).pathname, `/permohonan/${id}`);

    // What was on its way when the person left names nothing and nobody.
    await signOut(phone);
    await until(
      'nobody’s words are kept',
      async () => !JSON.stringify(await readRows(phone, 'meta')).includes('Ada kabar'),
    );
    await workers.deliverPush(brought.plain);
    assert.deepEqual(await until('it is shown', async () => shownOn(phone)), [
      ['Ajukan', 'Buka aplikasi untuk melihat kabar.'],
    ]);
  },
);
