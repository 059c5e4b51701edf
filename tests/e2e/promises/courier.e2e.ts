import { join } from 'node:path';
import { promise, useOffice } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isThere, sees } from '../pages/screen.ts';

useOffice({ sealing: 'required' });

promise(
  'a sealed application travels in a file through a stranger’s phone, and the office has it once, under its owner’s name',
  async (stage) => {
    const origin = await stage.chromium();
    await settleIn(origin, stage.citizen);
    await until('a ticket', () =>
      stage.proxy.exchanges.some(({ path, status }) => path === '/v1/me/upload-ticket' && status === 200),
    );
    await origin.open('/pengaturan');
    await sees(origin, /meminta semua permohonan disegel/);
    await stage.proxy.link.down();
    const photo = stage.photo(60_000);
    await complain(origin, 'titipan', [photo]);
    await origin.open('/permohonan');
    await origin.press(`${at('outbox-item')} a`);
    const download = origin.page.waitForEvent('download');
    await origin.press(at('hand-over-save'));
    const path = join(stage.folder('titipan'), 'titipan.txt');
    await (await download).saveAs(path);
    await origin.closePages();

    await stage.proxy.link.up();
    const carrier = await stage.chromium();
    // Nobody is signed in on it.
    await carrier.open('/antar');
    await carrier.page.locator(at('take-in-input')).setInputFiles(path);
    await isThere(carrier, `${at('carried')}[data-state="delivered"]`);
    const { registrationNumber } = await expectOnceAndWhole(stage, [photo]);
    await sees(carrier, new RegExp(`No. ${registrationNumber}`));

    await seesReceived(origin);
    await sees(origin, new RegExp(registrationNumber ?? 'no number'));
    await expectOnceAndWhole(stage, [photo]);
  },
);
