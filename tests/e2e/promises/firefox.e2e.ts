import assert from 'node:assert/strict';
import { FirefoxPhone } from '../harness/firefox.ts';
import { promise } from '../harness/promise.ts';
import { keepMainPromise } from '../pages/main-promise.ts';
import { complain } from '../pages/complaint.ts';
import { sees } from '../pages/screen.ts';

promise(
  'Firefox: an application made with no signal reaches the office once signal returns, also after a kill (F60)',
  async (stage) => {
    const phone = stage.own(
      await FirefoxPhone.launch({ origin: stage.office.origin, profile: stage.folder('firefox') }),
    );
    await keepMainPromise(stage, phone, {
      lose: () => stage.proxy.link.down(),
      restore: () => stage.proxy.link.up(),
    });
    // F60: no Background Sync here, and the words do not promise any.
    await stage.proxy.link.down();
    await complain(phone, 'jujur');
    await phone.open('/permohonan');
    assert.doesNotMatch(await sees(phone, /Biarkan aplikasi terbuka/), /Aplikasi boleh ditutup/);
  },
  { limitMs: 360_000, usualMs: 23_000 },
);
