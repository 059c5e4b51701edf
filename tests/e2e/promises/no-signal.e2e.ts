import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { keepMainPromise } from '../pages/main-promise.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { showsItems } from '../pages/outbox.ts';
import { sees, seesAll } from '../pages/screen.ts';

promise(
  'an application made with no signal reaches the office once signal returns, also after a kill',
  async (stage) => {
    await keepMainPromise(stage, await stage.chromium(), {
      lose: () => stage.proxy.link.down(),
      restore: () => stage.proxy.link.up(),
    });
  },
);

promise('an application that waits on an open screen goes by itself when the signal returns (C1)', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await phone.context.setOffline(true);
  const photo = stage.photo(300_000);
  await complain(phone, 'tanpa disentuh', [photo]);
  await phone.open('/permohonan');
  await showsItems(phone, 'queued', 1);
  await seesAll(phone, /Tersimpan di HP ini/, /Akan dikirim sendiri saat ada internet/);
  await phone.context.setOffline(false);
  await showsItems(phone, 'done', 1);
  await expectOnceAndWhole(stage, [photo]);
});

promise('with the office out of reach for a while, an open screen tries again by itself (F40)', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await stage.proxy.link.down();
  await complain(phone, 'kantor mati sebentar');
  await phone.open('/permohonan');
  await sees(phone, /Menunggu sinyal/);
  await stage.proxy.link.up();
  await showsItems(phone, 'done', 1);
  await expectOnceAndWhole(stage, []);
});
