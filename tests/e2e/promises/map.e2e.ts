import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signOut } from '../pages/account.ts';
import { begin, goToReview, next, send } from '../pages/complaint.ts';
import { hasFocus } from '../pages/focus.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

useOffice({ map: true });

promise(
  'a place is pointed at on the office’s map; what was looked at is there again with no signal, and the point reaches the office',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await goToPlace(phone);
    await phone.press(at('open-map'));
    await untilPictures(phone, true);
    await sees(phone, /© KANARI/);
    for (let level = 0; level < 3; level += 1) await phone.press(at('map-nearer'));
    await drag(phone, 60, -40);
    await untilPictures(phone, true);
    const point = await pointOf(phone);
    assert.match(point, /^6,2\d+° LS, 106,5\d+° BT.*Ketelitian sekitar \d+ meter/s);

    await phone.context.setOffline(true);
    await phone.press(at('use-point'));
    await until('the map is closed', async () => (await phone.count(at('map'))) === 0);
    await hasFocus(phone, at('open-map'));
    await phone.press(at('open-map'));
    await untilPictures(phone, true);
    // From this far nobody has looked yet.
    for (let level = 0; level < 9; level += 1) await phone.press(at('map-further'));
    await sees(phone, /Gambar peta bagian ini belum ada di HP[^]*Satu kotak: /);
    await untilPictures(phone, false);
    await phone.page.keyboard.press('Escape');
    assert.equal(await phone.page.locator(at('field-titik')).inputValue(), point.split('\n')[0]);

    await phone.press(next);
    await isOn(phone, /\/pelapor/);
    await phone.press(`${at('field-anonim')} input[value="true"]`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    await goToReview(phone);
    await send(phone);
    await phone.context.setOffline(false);
    const [complaint] = await hasWhole(stage);
    assert.match(String(complaint?.data['titik']), /^geo:-6\.2\d+,106\.5\d+;u=\d+$/);

    await signOut(phone);
    await until('no trace of it is left', async () => (await keptPictures(phone)) === 0);
  },
);

async function goToPlace(phone: ChromiumPhone): Promise<void> {
  await begin(phone, 'pengaduan');
  await phone.type(at('field-judul'), 'KANARI lubang');
  await phone.type(at('field-isi'), 'KANARI di depan sekolah');
  await phone.press(next);
  await isOn(phone, /\/kejadian/);
}

/** The whole canvas is covered by pictures, or bare. The test map's ground is green, its streets are almost white. */
async function untilPictures(phone: ChromiumPhone, there: boolean): Promise<void> {
  await isThere(phone, `${at('map')} canvas`);
  await until(`the map ${there ? 'has' : 'has no'} pictures`, async () => {
    const green = await phone.page.locator(`${at('map')} canvas`).evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return null;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let count = 0;
      for (let index = 0; index < pixels.length; index += 4) {
        if (pixels[index] === 214 && pixels[index + 1] === 226) count += 1;
      }
      return count / (pixels.length / 4);
    });
    return green !== null && (there ? green > 0.6 : green < 0.05);
  });
}

async function drag(phone: ChromiumPhone, dx: number, dy: number): Promise<void> {
  const box = await phone.page.locator(at('map')).boundingBox();
  assert.ok(box !== null);
  const from = { x: box.x + box.width / 2 - dx / 2, y: box.y + box.height / 2 - dy / 2 };
  await phone.page.mouse.move(from.x, from.y);
  await phone.page.mouse.down();
  await phone.page.mouse.move(from.x + dx, from.y + dy, { steps: 4 });
  await phone.page.mouse.up();
}

async function pointOf(phone: ChromiumPhone): Promise<string> {
  return await phone.page.locator(at('map-point')).innerText();
}

async function keptPictures(phone: ChromiumPhone): Promise<number> {
  return await phone.page.evaluate(
    async () =>
      await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('ajukan-map');
        opening.onerror = () => reject(new Error('the map can’t be opened'));
        opening.onsuccess = () => {
          const count = opening.result.transaction('tiles').objectStore('tiles').count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );
}
