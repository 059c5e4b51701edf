import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { WebKitPhone } from '../harness/webkit.ts';
import { complain } from '../pages/complaint.ts';
import { keepMainPromise } from '../pages/main-promise.ts';
import { sees } from '../pages/screen.ts';

promise(
  'WebKit: an application made with no signal reaches the office once signal returns, also after a kill (F60)',
  async (stage) => {
    const phone = stage.own(await WebKitPhone.launch({ proxy: stage.proxy, home: stage.folder('webkit') }));
    // The hands reach the page through the same port, so the office dies behind it: every other request is reset.
    const lose = (): void => {
      stage.proxy.dead = true;
      stage.proxy.link.dropAll();
    };
    const restore = (): void => {
      stage.proxy.dead = false;
    };
    await keepMainPromise(stage, phone, { lose, restore });
    // F60: no Background Sync here, and the words do not promise any.
    lose();
    await complain(phone, 'jujur');
    await phone.open('/permohonan');
    assert.doesNotMatch(await sees(phone, /Biarkan aplikasi terbuka/), /Aplikasi boleh ditutup/);
  },
  { limitMs: 360_000, usualMs: 23_000 },
);
