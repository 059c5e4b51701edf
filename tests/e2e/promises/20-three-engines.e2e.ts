import { FirefoxPhone } from '../harness/firefox.ts';
import { promise } from '../harness/promise.ts';
import type { ArmedRule } from '../harness/fault-rule.ts';
import { WebKitPhone } from '../harness/webkit.ts';
import { keepMainPromise } from '../pages/main-promise.ts';

promise(
  'Firefox: an application made with no signal reaches the office once signal returns, also after a kill',
  async (stage) => {
    const phone = stage.own(
      await FirefoxPhone.launch({ origin: stage.office.origin, profile: stage.folder('firefox') }),
    );
    await phone.open('/');
    await phone.waitForWorker();
    await keepMainPromise(stage, phone, {
      lose: () => stage.proxy.link.down(),
      restore: () => stage.proxy.link.up(),
    });
  },
  { limitMs: 150_000 },
);

promise(
  'WebKit: an application made with no signal reaches the office once signal returns, also after a kill',
  async (stage) => {
    const phone = stage.own(await WebKitPhone.launch({ proxy: stage.proxy, home: stage.folder('webkit') }));
    await phone.open('/');
    await phone.waitForWorker();
    // The hands reach the page through the same proxy, so the office dies behind it.
    let dead: ArmedRule | undefined;
    await keepMainPromise(stage, phone, {
      lose: async () => {
        dead = stage.proxy.addRule({ fault: 'reset' });
        await Promise.resolve();
      },
      restore: async () => {
        if (dead !== undefined) stage.proxy.removeRule(dead);
        await Promise.resolve();
      },
    });
  },
  { limitMs: 180_000 },
);
