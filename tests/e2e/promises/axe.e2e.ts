import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { signIn } from '../pages/account.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, next, send } from '../pages/complaint.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { at, isThere, sees } from '../pages/screen.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  promise(
    `axe finds nothing on any screen (${colorScheme})`,
    async (stage) => {
      const phone = await stage.chromium({ context: { colorScheme, reducedMotion: 'reduce' } });
      const looked: string[] = [];
      const look = async (where: string): Promise<void> => {
        looked.push(where);
        await expectNothingFound(phone, where);
      };
      await phone.open('/');
      await sees(phone, /Pengaduan/);
      await look('home');
      for (const path of [
        '/layanan/akta-kelahiran',
        '/layanan/sku',
        '/layanan/tidak-ada',
        '/permohonan',
        '/akun',
        '/pengaturan',
        '/pengaturan/catatan',
        '/tidak-ada',
        '/permohonan/tidak-ada',
        '/isi/tidak-ada',
      ]) {
        await phone.open(path);
        await phone.page.locator('h1').waitFor();
        await look(path);
      }
      await phone.open('/akun');
      await phone.press(`${at('sign-in-form')} button[type="submit"]`);
      await sees(phone, /Isi nomor HP Anda/);
      await look('sign-in with errors');
      await begin(phone, 'akta-kelahiran');
      await look('first step');
      await phone.press(next);
      await sees(phone, /bagian perlu diperbaiki/);
      await look('first step with errors');
      await phone.press(`${at('field-orang_tua_diketahui')} input[value="true"]`);
      await begin(phone, 'sku');
      const form = new URL(phone.page.url()).pathname.replace(/\/[^/]+$/, '');
      await phone.open(`${form}/periksa`);
      await isThere(phone, at('paper-missing'));
      await look('review with answers and papers missing');
      await phone.press(at('paper-missing'));
      await sees(phone, /Belum bisa dikirim/);
      for (const photo of ['a', 'b']) {
        await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [stage.photo(60_000, `${photo}.jpg`)]);
        await isThere(phone, `${at('paper')}:has-text("${photo}.jpg")`);
      }
      await sees(phone, /Sudah 2 berkas/);
      await look('papers that Kirim missed, one slot full');
      await begin(phone, 'pengaduan');
      await fillComplaint(phone, 'aksesibel');
      await look('papers, none yet');
      await phone.attach(evidenceInput, [stage.sample('kosong.jpg', 'image/jpeg', Buffer.alloc(0))]);
      await sees(phone, /Berkas ini kosong/);
      await look('papers with a refusal');
      await attachEvidence(phone, [stage.photo(120_000)]);
      await look('papers');
      await goToReview(phone);
      await look('review');
      await send(phone);
      await look('stored');
      await phone.open('/');
      await isThere(phone, at('draft'));
      await look('home with a draft and an unsent application');
      await phone.open('/permohonan');
      await isThere(phone, at('outbox-item'));
      await look('list, not signed in');
      const notACopy = stage.sample('salinan.json', 'application/json', Buffer.from('{}'));
      await phone.attach(at('take-in-input'), [notACopy]);
      await sees(phone, /bukan salinan permohonan/);
      await look('list, with a file that is no copy');
      await phone.press(`${at('outbox-item')} a`);
      await isThere(phone, at('pause'));
      await look('application, waiting');
      await phone.press(at('withdraw'));
      await sees(phone, /Tarik permohonan ini/);
      await look('application, taking it back');
      await phone.page.keyboard.press('Escape');
      await phone.press(at('pause'));
      await isThere(phone, at('resume'));
      await look('application, put aside');
      await phone.press(at('resume'));
      await isThere(phone, at('pause'));
      await signIn(phone, stage.citizen);
      await look('account');
      await phone.press(at('sign-out'));
      await isThere(phone, at('confirm-sign-out'));
      await look('signing out');
      await seesReceived(phone);
      await look('list, received');
      await phone.press(`${at('outbox-item')} a`);
      await isThere(phone, 'main h1');
      await look('application, received');
      stage.proxy.addRule({
        fault: 'status',
        method: 'PUT',
        path: /^\/v1\/applications\//,
        status: 422,
        body: refusal,
      });
      await begin(phone, 'pengaduan');
      await fillComplaint(phone, 'ditolak');
      await goToReview(phone);
      await send(phone);
      await phone.open('/permohonan');
      await showsItems(phone, 'failed', 1);
      await look('list, refused');
      await phone.press(`${at('outbox-item')}:has([data-state="failed"]) a`);
      await sees(phone, /Kantor menolak isian/);
      await look('application, refused');
      stage.note(`${looked.length} screens`);
    },
    { limitMs: 360_000 },
  );
}

const refusal = JSON.stringify({
  type: 'about:blank',
  title: 'Ditolak',
  status: 422,
  detail: 'Judul terlalu umum',
  errors: [],
});

async function expectNothingFound(phone: ChromiumPhone, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone.page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${where}: ${id}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
  assert.deepEqual(found, []);
}
