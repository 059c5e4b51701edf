import { join } from 'node:path';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { holdsTicket } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

useOffice({ sealing: 'required' });

promise(
  'a sealed application travels in a file through a stranger’s phone, and the office has it once, under its owner’s name',
  async (stage) => {
    const origin = await stage.chromiumWithShell();
    await settleIn(origin, stage.citizen);
    await holdsTicket(origin);
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
    const carrier = await stage.chromiumWithShell();
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

promise(
  'a sealed application travels from screen to camera, as QR codes that the camera catches as they come',
  async (stage) => {
    const origin = await stage.chromiumWithShell();
    await settleIn(origin, stage.citizen);
    await holdsTicket(origin);
    await origin.open('/pengaturan');
    await sees(origin, /meminta semua permohonan disegel/);
    const carrier = await stage.chromiumWithShell();
    await carrier.context.addInitScript(standInForTheCamera);
    await carrier.open('/antar');
    await carrier.waitForWorker();
    // Neither phone has any signal.
    await stage.proxy.link.down();
    await complain(origin, 'kode');
    await origin.open('/permohonan');
    await origin.press(`${at('outbox-item')} a`);
    await origin.press(at('hand-over-show'));
    await isThere(origin, 'dialog canvas');
    await carrier.press(at('scan-codes'));
    await isThere(carrier, 'dialog video');
    await until('all codes are read', async () => {
      await pointCamera(carrier, origin);
      return (await carrier.count(at('carried'))) === 1;
    });
    await origin.closePages();
    await stage.proxy.link.up();
    await isThere(carrier, `${at('carried')}[data-state="delivered"]`);
    await expectOnceAndWhole(stage, []);
  },
);

/** In the page, before the app: its camera sees one canvas. */
function standInForTheCamera(): void {
  const scene = document.createElement('canvas');
  Object.assign(scene, { width: 720, height: 720, id: 'scene' });
  Object.assign(globalThis, { scene, sceneContext: scene.getContext('2d') });
  Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: async () => scene.captureStream(30) });
}

/** What the other phone shows at this moment comes before the camera. */
async function pointCamera(camera: ChromiumPhone, screen: ChromiumPhone): Promise<void> {
  const picture = await screen.page.locator('dialog canvas').screenshot({ type: 'png' });
  await camera.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context: unknown = Reflect.get(globalThis, 'sceneContext');
    if (!(context instanceof CanvasRenderingContext2D)) throw new Error('no scene');
    context.drawImage(bitmap, 60, 60, 600, 600);
  }, picture.toString('base64'));
}
