import { officer } from '../harness/office.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { sees, seesAll } from '../pages/screen.ts';

promise(
  'C31: what an officer decides is on the list the next time the person looks, with the reason',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'diproses', [stage.photo(120_000)]);
    await seesReceived(phone);
    const { id } = await expectOnceAndWhole(stage, stage.photos);
    const desk = await stage.officeView(officer);

    await desk.decide(id, 'review');
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await sees(phone, /Sedang diperiksa/);
    await desk.decide(id, 'return', 'Foto kurang jelas');
    await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
    await seesAll(phone, /Perlu perbaikan[^]*Foto kurang jelas/, /Diterima kantor · No\. 3603-/);
  },
);
