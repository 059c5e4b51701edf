import assert from 'node:assert/strict';
import { isRecord } from '#lib/is-record.ts';
import decodeQR from 'qr/decode.js';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'a receipt proves itself: its QR code, read from the screen, is told from a forged one by another phone with no signal and no account',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'tanda-terima', [stage.photo(60_000)]);
    await seesReceived(phone);
    await phone.press(`${at('outbox-item')} a`);
    await phone.press('a[href$="/tanda-terima"]');
    await isThere(phone, `${at('receipt')} svg[role=img]`);
    const address = await readCode(phone);
    const [number = ''] = /3603-\d{4}-\d{6}/.exec(await phone.page.innerText('main')) ?? [];

    const other = await stage.chromiumWithShell();
    await other.open('/periksa');
    await isThere(other, `${at('check-receipt')} textarea`);
    await other.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await until('the keys are kept', async () =>
      (await readRows(other, 'meta')).some((row) => isRecord(row) && row['key'] === 'receipt-keys'),
    );
    await other.context.setOffline(true);
    await other.page.goto(address);
    await sees(other, new RegExp(`Asli: sudah diterima kantor[^]*${number}`));

    const [place = '', receipt = ''] = address.split('#');
    const [head = '', body = '', tail = ''] = receipt.split('.');
    const claims = Buffer.from(body, 'base64url')
      .toString('utf8')
      .replace(/3603-\d+-\d+/, '3603-2026-999999');
    await other.page.goto(`${place}#${head}.${Buffer.from(claims).toString('base64url')}.${tail}`);
    await sees(other, /Tidak asli/);
  },
);

/** As a camera does: from the pixels. */
async function readCode(phone: ChromiumPhone): Promise<string> {
  const picture = await phone.page
    .locator(`${at('receipt')} svg[role=img]`)
    .first()
    .screenshot();
  const { width, height, pixels } = await phone.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, pixels: Array.from(data) };
  }, picture.toString('base64'));
  const text = decodeQR({ width, height, data: Uint8ClampedArray.from(pixels) });
  assert.match(text, /^http:\/\/[^#]+\/periksa#[\w-]+\.[\w-]+\.[\w-]+$/);
  return text;
}
