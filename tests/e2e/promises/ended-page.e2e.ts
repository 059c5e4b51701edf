import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, complain, evidenceInput, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const lost = /Foto tadi belum tersimpan/;

promise(
  'F69 C23: a page that the phone ends while the camera is open comes back at the same papers, whole, and says that the photo is not there',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'kamera');
    const place = await phone.path();
    const opened = phone.page.waitForEvent('filechooser');
    await phone.press(`${at('slot-bukti')} input[capture]`);
    await opened;
    await crash(phone);
    await phone.open('/');
    await phone.press(`${at('draft')} a`);
    await isOn(phone, new RegExp(`${place}$`));
    await sees(phone, lost);

    await attachEvidence(phone, [stage.photo(100_000)]);
    assert.doesNotMatch(await phone.text(), lost);
    await phone.page.reload();
    await until('the paper is there', async () => (await phone.count(at('paper'))) === 1);
    assert.doesNotMatch(await phone.text(), lost);
    await goToReview(phone);
    await sees(phone, /KANARI kamera/);
    await send(phone);
  },
);

promise('a picker that was closed without a photo is no photo that got lost', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'batal');
  const opened = phone.page.waitForEvent('filechooser');
  await phone.press(`${at('slot-bukti')} input[capture]`);
  await opened;
  await phone.page.locator(evidenceInput).dispatchEvent('cancel', { bubbles: true });
  await phone.page.reload();
  await isThere(phone, evidenceInput);
  assert.doesNotMatch(await phone.text(), lost);
});

promise(
  'F66: a tab that crashes in the middle of sending comes back with what is stored, and sends it once',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const scan = stage.scan(2_500_000);
    stage.proxy.wire = { upBytesPerSecond: 800_000 };
    await complain(phone, 'tab rusak', [scan]);
    await until('an upload is under way', () =>
      stage.proxy.exchanges.some(({ method, bodyBytes }) => method === 'PATCH' && bodyBytes > 100_000),
    );
    await crash(phone);
    stage.proxy.wire = {};
    await phone.open('/permohonan');
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [scan]);
  },
);

/** As a phone that is short of memory ends a page, and lets its browser live. */
async function crash(phone: ChromiumPhone): Promise<void> {
  const crashed = phone.page.waitForEvent('crash');
  const session = await phone.session();
  // Nobody is there to answer it.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await phone.closePages();
}
