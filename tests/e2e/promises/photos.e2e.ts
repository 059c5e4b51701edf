import assert from 'node:assert/strict';
import { z } from 'zod';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { readPapers } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { drawPaper } from '../samples/drawn-paper.ts';
import { jpegSegments } from '#domain/document/metadata/jpeg-segments.ts';
import { cameraSecrets, withCameraMetadata } from '#tests/fixtures/camera-file.ts';

const Stored = z.object({ sizeBytes: z.number(), sha256: z.string() });
/** A phone held upright writes its sensor's lines sideways, and says so. */
const turnedToTheRight = 6;

promise(
  'a photo of 12 megapixels reaches the office small, upright and without place or phone, as the phone has stored it with no signal',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await phone.waitForWorker();
    await stage.proxy.link.down();
    const drawn = await drawPaper(phone.page, { paper: 'card', width: 4000, height: 3000 });
    const photo = stage.sample('IMG_1.jpg', 'image/jpeg', Buffer.from(withCameraMetadata(drawn, turnedToTheRight)));
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'foto besar');
    await attachEvidence(phone, [photo]);
    const [stored, ...others] = z.array(Stored).parse(await readRows(phone, 'documents'));
    assert.ok(stored !== undefined && others.length === 0);
    assert.ok(stored.sizeBytes <= 230_000, `${stored.sizeBytes} bytes are kept of ${photo.bytes.length}`);
    stage.note(`${photo.bytes.length} bytes picked, ${stored.sizeBytes} stored`);
    await goToReview(phone);
    await send(phone);
    await stage.proxy.link.up();
    await seesReceived(phone);

    const [paper] = await readPapers(stage);
    assert.equal(paper?.sha256, stored.sha256);
    for (const secret of cameraSecrets) assert.equal(paper.bytes.includes(secret), false, secret);
    const markers = jpegSegments(paper.bytes)?.map(({ marker }) => marker) ?? [];
    assert.ok(markers.length > 0 && !markers.includes(0xe1) && !markers.includes(0xfe));
    assert.deepEqual(await sizeOf(phone, paper.bytes), [1536, 2048]);
  },
);

promise(
  'a photo that is hard to read is stored, and said so until it is taken again or the person says it will do',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    const take = async (name: string, defect?: 'blurred' | 'dark') =>
      stage.sample(
        name,
        'image/jpeg',
        await drawPaper(phone.page, { paper: 'card', width: 1600, height: 1200, ...(defect && { defect }) }),
      );
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'foto buram');
    await attachEvidence(phone, [await take('buram.jpg', 'blurred')]);
    await sees(phone, /Foto sudah tersimpan[^]*Foto ini buram: huruf kecil mungkin tak terbaca petugas/);
    await phone.kill();
    await phone.relaunch();
    await phone.open('/');
    await phone.press(`${at('draft')} a`);
    await sees(phone, /Foto ini buram/);

    await phone.attach(at('retake-input'), [await take('jelas.jpg')]);
    await until('the blurred one has gone', async () => (await phone.count(at('paper-doubts'))) === 0);
    assert.equal(await phone.count(at('paper')), 1);
    await sees(phone, /jelas\.jpg/);

    await attachEvidence(phone, [await take('gelap.jpg', 'dark')]);
    await sees(phone, /Foto ini gelap: terangnya hanya \d+ dari 100/);
    await phone.page.getByRole('button', { name: 'Pakai saja' }).click();
    await until('it will do', async () => (await phone.count(at('paper-doubts'))) === 0);
    await phone.page.reload();
    await isThere(phone, evidenceInput);
    await sees(phone, /gelap\.jpg/);
    assert.equal(await phone.count(at('paper-doubts')), 0);
    await goToReview(phone);
  },
);

async function sizeOf(phone: ChromiumPhone, bytes: Buffer): Promise<readonly number[]> {
  return await phone.page.evaluate(async (base64) => {
    const plain = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { width, height } = await createImageBitmap(new Blob([plain]));
    return [width, height];
  }, bytes.toString('base64'));
}
