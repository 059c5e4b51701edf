import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { canaries } from '../harness/verdict.ts';
import { settleIn } from '../pages/account.ts';
import { fillBusinessLetter } from '../pages/business-letter.ts';
import { send } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, sees } from '../pages/screen.ts';

promise(
  'F96: the log that a person shares tells what the outbox did, and has no NIK, no name, no number and no file name in it',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    stage.proxy.addRule({ fault: 'status', status: 500, method: 'PUT', path: /^\/v1\/applications\//, times: 2 });
    await fillBusinessLetter(phone, stage);
    await send(phone);
    await seesReceived(phone);
    const [application] = await hasWhole(stage);
    await phone.open('/pengaturan/catatan');
    await sees(phone, /answer id=…[0-9a-f]{6} to=submit outcome=unreachable reason=server-error status=500/);
    await phone.page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: (text: string) => Promise.resolve(void (document.body.dataset['copied'] = text)),
      });
    });
    await phone.page.getByRole('button', { name: 'Salin' }).click();
    const shared = (await phone.page.locator('body').getAttribute('data-copied')) ?? '';
    assert.match(shared, /kept id=…[0-9a-f]{6} state=delivered result=stored/);
    assert.ok(application !== undefined);
    for (const canary of [...canaries, /\d{10}/, /foto|\.jpg/, new RegExp(application.id)])
      assert.doesNotMatch(shared, canary);
    await phone.page.reload();
    await sees(phone, /state=delivered/);
    assert.equal(await phone.count(at('sync-log-lines')), 1);
  },
);
