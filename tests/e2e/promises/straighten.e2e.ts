import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { sceneCorners } from '#tests/fixtures/paper-scene/camera.ts';
import { drawScene } from '#tests/fixtures/paper-scene/draw-scene.ts';
import { type Colour, surfaceOf } from '#tests/fixtures/paper-scene/surfaces.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { makeColourPng } from '../samples/papers.ts';

const picture = { width: 480, height: 640 };
const sheet = { width: 210, height: 297 };
const corners = sceneCorners(sheet, picture, { rollDegrees: 9, tiltDegrees: 22, towardsDegrees: 60, fill: 0.85 });
/** A block of colour 10 mm from each of the sheet's corners, 40 mm a side, as it is read. */
const blocks: readonly Colour[] = [
  [210, 30, 30],
  [30, 150, 40],
  [40, 60, 210],
  [200, 150, 20],
];

promise(
  'a crooked paper is straightened by finger and keyboard and turned, and the office has it so',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'miring');
    await attachEvidence(phone, [stage.sample('surat.png', 'image/png', crookedPaper())]);
    await sees(phone, /Luruskan kertas/);

    // Going back leaves the photo as it was.
    await phone.press(at('straighten'));
    await isThere(phone, at('corner-0'));
    await phone.page.goBack();
    await until('it is closed', async () => (await phone.count(at('corner-0'))) === 0);
    await sees(phone, /Luruskan kertas/);

    await phone.press(at('straighten'));
    await isThere(phone, at('corner-0'));
    await dragTo(phone, 0, { x: 0.3, y: 0.3 });
    await dragTo(phone, 0, corners[0]);
    await phone.page.locator(at('corner-2')).focus();
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) await phone.page.keyboard.press(key);
    await sees(phone, /Sudut kanan bawah: \d+% dari kiri, \d+% dari atas/);
    await phone.press(at('straighten-now'));
    await until('the straightened one is in its place', async () => (await phone.count(at('straighten-now'))) === 0);
    await sees(phone, /Atur foto/);
    assert.equal(await phone.count(at('paper')), 1);
    await until('the focus is on the paper', () =>
      phone.page.evaluate(() => document.activeElement?.closest('[data-testid="paper"]') instanceof Element),
    );

    await phone.press(at('straighten'));
    await isThere(phone, at('corner-0'));
    const before = await paperId(phone);
    await phone.page.getByRole('button', { name: 'Putar', exact: true }).click();
    await phone.page.getByRole('button', { name: 'Pakai seperti ini' }).click();
    await until('the turned photo is there', async () => (await paperId(phone)) !== before);
    assert.equal(await phone.count(at('paper')), 1);

    await goToReview(phone);
    await send(phone);
    const [application] = await hasWhole(stage);
    assert.ok(application !== undefined);
    const office = await stage.officeView();
    assert.equal(application.documents.length, 1);
    const bytes = await office.readDocument(application.documents[0]?.id ?? '');
    await expectStraightAndTurned(phone.page, bytes);
  },
);

/** A new one for a new document. */
async function paperId(phone: ChromiumPhone): Promise<string | undefined> {
  return z.array(z.object({ id: z.string() })).parse(await readRows(phone, 'documents'))[0]?.id;
}

function crookedPaper(): Buffer {
  const scene = drawScene({
    picture,
    surface: surfaceOf('wood', [120, 92, 66], 0.7, 3),
    laid: { corners, paper: 'a4', print: (u, v) => colourOn(u, v) },
    grain: 4,
  });
  return makeColourPng(scene);
}

function colourOn(u: number, v: number): Colour {
  const [fromSide, fromTop] = [Math.min(u, sheet.width - u), Math.min(v, sheet.height - v)];
  const isBlock = fromSide > 10 && fromSide < 50 && fromTop > 10 && fromTop < 50;
  const block = (u < sheet.width / 2 ? 0 : 1) + (v < sheet.height / 2 ? 0 : 2);
  return (isBlock ? blocks[block] : undefined) ?? [235, 235, 230];
}

/** Four millimetres inside and outside of every block's edges the colour is the sheet's own there, its left side up. */
async function expectStraightAndTurned(page: Page, bytes: Buffer): Promise<void> {
  const places = [0, 1, 2, 3].flatMap((corner) =>
    [
      [6, 30],
      [14, 30],
      [46, 30],
      [54, 30],
      [30, 6],
      [30, 14],
      [30, 46],
      [30, 54],
    ].map(
      ([side = 0, top = 0]) =>
        [corner % 2 === 0 ? side : sheet.width - side, corner < 2 ? top : sheet.height - top] as const,
    ),
  );
  const seen = await coloursAt(
    page,
    bytes,
    places.map(([u, v]) => [1 - v / sheet.height, u / sheet.width] as const),
  );
  for (const [index, [u, v]] of places.entries()) {
    const wanted = colourOn(u, v);
    const off = Math.max(...wanted.map((part, channel) => Math.abs(part - (seen[index]?.[channel] ?? 0))));
    assert.ok(off < 60, `at ${u}, ${v} mm the office sees ${String(seen[index])}, the paper has ${String(wanted)}`);
  }
}

async function coloursAt(page: Page, bytes: Buffer, places: readonly (readonly [number, number])[]) {
  return await page.evaluate(
    async ({ base64, parts }) => {
      const blob = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
      const bitmap = await createImageBitmap(blob);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return parts.map(([x, y]) => [
        ...(context?.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data ?? []),
      ]);
    },
    { base64: bytes.toString('base64'), parts: places },
  );
}

/** A finger takes the corner's middle and lets go at a place of the picture. */
async function dragTo(
  phone: ChromiumPhone,
  corner: number,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const handle = phone.page.locator(at(`corner-${corner}`));
  const box = await handle.boundingBox();
  const stage = await handle.locator('..').boundingBox();
  assert.ok(box !== null && stage !== null);
  const session = await phone.session();
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const end = { x: stage.x + to.x * stage.width, y: stage.y + to.y * stage.height };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
  for (const part of [0.3, 0.6, 1]) {
    const point = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
