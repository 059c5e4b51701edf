import { promise } from '../harness/promise.ts';
import { keepMainPromise } from '../pages/main-promise.ts';

promise(
  'an application made with no signal reaches the office once signal returns, also after a kill of the browser',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.open('/');
    await phone.waitForWorker();
    await keepMainPromise(stage, phone, {
      lose: () => stage.proxy.link.down(),
      restore: () => stage.proxy.link.up(),
    });
  },
);
