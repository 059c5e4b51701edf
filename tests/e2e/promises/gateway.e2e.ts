import assert from 'node:assert/strict';
import { promise, useOffice } from '../harness/promise.ts';
import { settleIn, signOut } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';

useOffice({ gateway: true });

promise(
  'an application with its photo reaches a backend that takes bearer tokens only, also when the answer is lost, and no token is on the phone',
  async (stage) => {
    const phone = await stage.chromium();
    await settleIn(phone, stage.citizen);
    const lost = stage.proxy.addRule({ fault: 'ackLost', method: 'PUT', path: /^\/v1\/applications\//, times: 3 });
    const photo = stage.photo(150_000);
    await complain(phone, 'lewat gerbang', [photo]);
    await seesReceived(phone);
    assert.equal(lost.hits, 3);
    await expectOnceAndWhole(stage, [photo]);
    const kept = await phone.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.doesNotMatch(kept, /eyJ/, 'a token lies in the page');
    await signOut(phone);
  },
);
