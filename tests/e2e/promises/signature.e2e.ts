import assert from 'node:assert/strict';
import { paperlessService } from '#server/testing/test-service.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { begin, goToReview, next, send } from '../pages/complaint.ts';
import { hasFocus } from '../pages/focus.ts';
import { hasWhole, readPapers } from '../pages/office-truth.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const statement: ServiceDefinition = {
  ...paperlessService,
  id: 'surat-pernyataan-uji',
  requirements: [
    {
      id: 'tanda_tangan',
      label: { id: 'Tanda tangan Anda', en: 'Your signature' },
      required: true,
      accept: ['image/png', 'image/jpeg'],
      maxFiles: 1,
      capture: 'signature',
    },
  ],
};
useOffice({ moreServices: [statement] });

promise(
  'a signature is written on the screen, taken back line by line, and reaches the office as dark lines on white',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, statement.id);
    await phone.type(at('field-nama'), 'KANARI');
    await phone.press(`${at('field-usaha')} input[value="false"]`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    await sees(phone, /Ambil foto/);
    await phone.press(at('sign'));
    await isThere(phone, at('signature-pad'));
    await sees(phone, /bukan tanda tangan elektronik tersertifikasi/);
    await write(phone, [[0.5, 0.5]]);
    await phone.press(at('use-signature'));
    await sees(phone, /Goresannya masih terlalu pendek/);
    await phone.press(at('undo-stroke'));
    await isThere(phone, '[aria-label="Kotak tanda tangan, masih kosong"]');
    await write(phone, [
      [0.2, 0.7],
      [0.35, 0.2],
      [0.45, 0.8],
      [0.6, 0.3],
      [0.8, 0.6],
    ]);
    await phone.press(at('use-signature'));
    await isThere(phone, at('paper'));
    await until('the paper is put away', async () => (await phone.count(at('signature-pad'))) === 0);
    await hasFocus(phone, at('sign'));
    // Nothing to judge, nothing to straighten.
    assert.equal(await phone.count(at('straighten')), 0);
    await goToReview(phone);
    await isThere(phone, `${at('signature-picture')} img`);
    await send(phone);
    await hasWhole(stage);
    const [paper] = await readPapers(stage);
    assert.ok(paper !== undefined);
    assert.equal(paper.bytes.subarray(1, 4).toString('latin1'), 'PNG');
    const seen = await look(phone, paper.bytes);
    assert.deepEqual([seen.width, seen.height, seen.corner], [1200, 600, [255, 255, 255, 255]]);
    assert.ok(seen.dark > 2_000 && seen.dark < 60_000, `${seen.dark} dark pixels`);
  },
);

/** One line through these places, in parts of the pad. */
async function write(phone: ChromiumPhone, places: readonly (readonly [number, number])[]): Promise<void> {
  const pad = phone.page.locator(at('signature-pad'));
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  assert.ok(box !== null);
  const { mouse } = phone.page;
  for (const [index, [x, y]] of places.entries()) {
    await mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 6 });
    if (index === 0) await mouse.down();
  }
  await mouse.up();
}

/** What an officer sees of it. */
async function look(phone: ChromiumPhone, bytes: Buffer) {
  return await phone.page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
    const picture = await createImageBitmap(new Blob([data], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
    let dark = 0;
    for (let index = 0; index < pixels.length; index += 4) {
      if ((pixels[index] ?? 255) < 100 && (pixels[index + 1] ?? 255) < 100) dark += 1;
    }
    return { width: picture.width, height: picture.height, corner: [...pixels.slice(0, 4)], dark };
  }, bytes.toString('base64'));
}
