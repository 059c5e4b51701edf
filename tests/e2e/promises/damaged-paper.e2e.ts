import assert from 'node:assert/strict';
import { z } from 'zod';
import { ChromiumPhone } from '../harness/chromium.ts';
import { ProfileFiles } from '../harness/profile-files.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, complain, evidenceInput, goToReview, next, send } from '../pages/complaint.ts';
import { hasWhole, readWhatArrived } from '../pages/office-truth.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { overwrite, readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

/** A file of this size lies in a file of its own, beside the store. */
const bigBytes = 400_000;
const smallBytes = 150_000;

const harms: readonly {
  readonly name: string;
  readonly harm: (phone: ChromiumPhone, profile: string) => Promise<void>;
}[] = [
  {
    name: 'whose file has vanished from the phone',
    harm: async (phone, profile) => {
      await phone.close();
      assert.equal(new ProfileFiles(profile).removeBlobs(bigBytes), 1);
      await phone.relaunch();
    },
  },
  { name: 'that has become empty', harm: emptyTheBiggest },
];

for (const { name, harm } of harms) {
  promise(`F12: a paper ${name} is said to be damaged, is taken again, and holds nothing else up`, async (stage) => {
    const profile = stage.folder('chromium');
    const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
    await settleIn(phone, stage.citizen);
    const [bad, sibling, other] = [stage.scan(bigBytes), stage.photo(smallBytes), stage.photo(smallBytes)];
    await stage.proxy.link.down();
    await complain(phone, 'berkas hilang', [bad, sibling]);
    await complain(phone, 'yang utuh', [other]);
    await harm(phone, profile);
    await stage.proxy.link.up();

    await phone.open('/permohonan');
    await showsItems(phone, 'failed', 1);
    await showsItems(phone, 'done', 1);
    await hasWhole(stage, 1);
    assert.ok(stage.proxy.exchanges.every(({ method, bodyBytes }) => method !== 'PATCH' || bodyBytes > 0));

    await takeAgain(stage, phone);
    await seesReceived(phone, 2);
    const whole = (await readWhatArrived(stage)).filter(({ hashes }) => hashes.length > 0);
    const retaken = stage.photos.at(-1);
    assert.ok(retaken !== undefined);
    assert.deepEqual(
      new Map(whole.map(({ answers, hashes }) => [answers['judul'], hashes])),
      new Map<unknown, readonly string[]>([
        ['KANARI berkas hilang', [retaken.sha256, sibling.sha256].toSorted()],
        ['KANARI yang utuh', [other.sha256]],
      ]),
    );
  });
}

async function takeAgain(stage: Stage, phone: ChromiumPhone): Promise<void> {
  await phone.page.locator(`${at('outbox-item')} a`, { hasText: /rusak/ }).click();
  await sees(phone, /Satu berkas rusak di HP/);
  await phone.page.getByRole('button', { name: 'Perbaiki' }).click();
  await isThere(phone, next);
  while (!/\/berkas/.test(await phone.path())) await phone.press(next);
  await isThere(phone, evidenceInput);
  await isThere(phone, at('paper'));
  assert.equal(await phone.count(at('paper')), 1, 'only the whole one is left in the form');
  await attachEvidence(phone, [stage.photo(smallBytes)]);
  await goToReview(phone);
  await send(phone);
}

const Paper = z.object({ id: z.string(), sizeBytes: z.number() });

async function emptyTheBiggest(phone: ChromiumPhone): Promise<void> {
  const papers = z.array(Paper).parse(await readRows(phone, 'documents'));
  const [biggest] = papers.toSorted((a, b) => b.sizeBytes - a.sizeBytes);
  assert.ok(biggest !== undefined);
  await overwrite(phone, { table: 'payloads', id: biggest.id, sizeBytes: 0 });
}
