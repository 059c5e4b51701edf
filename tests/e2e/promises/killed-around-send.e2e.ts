import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { begin, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere } from '../pages/screen.ts';

promise(
  'F2 C37: a browser killed at any moment around Kirim leaves a draft or an application, never both, never neither',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await restartInOrder(phone);
    const moments = [0, 10 + Math.random() * 50, 60 + Math.random() * 300].map(Math.round);
    const left: string[] = [];
    for (const [round, delayMs] of moments.entries()) {
      await begin(phone, 'pengaduan');
      await fillComplaint(phone, `dibunuh ${round}`);
      await goToReview(phone);
      await phone.press(at('submit'));
      await killAfter(phone, delayMs);
      await phone.relaunch();
      const { drafts, entries } = await countWhatIsLeft(phone);
      assert.equal(drafts + entries, round + 1, `${delayMs} ms after Kirim: ${drafts} drafts, ${entries} entries`);
      left.push(`${delayMs} ms: ${drafts === 1 ? 'draft' : 'application'}`);
      if (drafts === 1) await sendDraft(phone);
    }
    stage.note(`killed after Kirim by ${left.join(', ')}`);
    await seesReceived(phone, moments.length);
    await hasWhole(stage, moments.length);
  },
  { limitMs: 360_000 },
);

/** A session that was written down long ago, as on a phone in daily use. */
async function restartInOrder(phone: ChromiumPhone): Promise<void> {
  await phone.close();
  await phone.relaunch();
}

/** At a moment that nothing on the screen tells. */
function killAfter(phone: ChromiumPhone, delayMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => void phone.kill().then(resolve, reject), delayMs);
  });
}

/** What lies in the phone's store; the screens have to show the same. */
async function countWhatIsLeft(phone: ChromiumPhone): Promise<{ drafts: number; entries: number }> {
  await phone.open('/');
  const drafts = (await readRows(phone, 'drafts')).length;
  const entries = (await readRows(phone, 'outbox')).length;
  await until(`${drafts} drafts on the screen`, async () => (await phone.count(at('draft'))) === drafts);
  await phone.open('/permohonan');
  await until(`${entries} entries on the screen`, async () => (await phone.count(at('outbox-item'))) === entries);
  return { drafts, entries };
}

async function sendDraft(phone: ChromiumPhone): Promise<void> {
  await phone.open('/');
  await phone.press(`${at('draft')} a`);
  await isThere(phone, at('submit'));
  await send(phone);
}
