import { z } from 'zod';
import { pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, fillComplaint } from '../pages/complaint.ts';
import { overwrite, readRows } from '../pages/phone-store.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const look = `${at('paper')} button`;

promise('the pages of a PDF are looked at one by one, and with no signal too once that was done', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'lihat halaman');
  await attachEvidence(phone, [stage.sample('surat.pdf', 'application/pdf', plainPdf(pdfObjects(3)))]);

  await stage.proxy.link.down();
  await phone.press(look);
  await sees(phone, /perlu internet sekali saja/);
  await stage.proxy.link.up();
  await phone.press(at('viewer-again'));
  await sees(phone, /Halaman 1 dari 3/);
  await isThere(phone, at('viewer-picture'));
  await phone.press(at('viewer-after'));
  await sees(phone, /Halaman 2 dari 3/);
  // Going back leads out of the paper, and no further.
  await phone.page.goBack();
  await until('it is closed', async () => (await phone.count(at('viewer-close'))) === 0);
  await isOn(phone, /\/berkas$/);
  await phone.press(look);
  await sees(phone, /Halaman 1 dari 3/);
  await phone.press(at('viewer-close'));
  await until('it is closed', async () => (await phone.count(at('viewer-close'))) === 0);

  await stage.proxy.link.down();
  await phone.open(new URL(phone.page.url()).pathname);
  await phone.press(look);
  await sees(phone, /Halaman 1 dari 3/);
  await isThere(phone, at('viewer-picture'));
});

promise(
  'a part of the app that the phone has lost is asked for again where it is missing, and a photo that is lost is said so',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await begin(phone, 'pengaduan');
    await phone.waitForWorker();
    await fillComplaint(phone, 'bagian hilang');
    await attachEvidence(phone, [stage.photo(60_000)]);
    await forget(phone, /paper-viewer/);
    await stage.proxy.link.down();
    await phone.press(look);
    await sees(phone, /Bagian ini belum bisa dibuka/);
    await stage.proxy.link.up();
    await phone.press(at('part-again'));
    await isThere(phone, at('viewer-picture'));
    await phone.press(at('viewer-close'));

    const [photo] = z.array(z.object({ id: z.string() })).parse(await readRows(phone, 'documents'));
    await overwrite(phone, { table: 'payloads', id: photo?.id ?? '', sizeBytes: 3 });
    await phone.press(at('straighten'));
    await sees(phone, /Foto ini rusak di HP/);
  },
);

/** The phone drops files of the app that it had kept. */
async function forget(phone: ChromiumPhone, name: RegExp): Promise<void> {
  await phone.page.evaluate(async (pattern) => {
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        if (new RegExp(pattern, 'u').test(request.url)) await cache.delete(request);
      }
    }
  }, name.source);
  await (await phone.session()).send('Network.clearBrowserCache');
}
