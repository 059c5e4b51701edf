import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { showsItems } from '../pages/outbox.ts';
import { at, isOn, sees, seesAll } from '../pages/screen.ts';

promise(
  'F44 F47 C6 C7: an application that the office refuses waits visibly, also after a reload, and the next one goes on',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const body = { type: 'about:blank', title: 'Ditolak', status: 422, detail: 'Judul terlalu umum', errors: [] };
    stage.proxy.addRule({
      fault: 'status',
      method: 'PUT',
      path: /^\/v1\/applications\//,
      times: 1,
      status: 422,
      body: JSON.stringify(body),
    });
    await complain(phone, 'ditolak');
    // A page that is left before it hears the refusal would ask once more, and be taken.
    await sees(phone, /Tidak bisa dikirim seperti sekarang/);
    await phone.open('/permohonan');
    await sees(phone, /Perlu perhatian/);
    await complain(phone, 'diterima');
    await phone.open('/permohonan');
    await showsItems(phone, 'done', 1);
    await phone.page.reload();
    await showsItems(phone, 'failed', 1);
    await seesAll(phone, /Judul terlalu umum/, /Diterima kantor/);

    await phone.press(`${at('outbox-item')}:has([data-state="failed"]) a`);
    await isOn(phone, /\/permohonan\/./);
    await sees(phone, /Kantor menolak isian[^]*Judul terlalu umum/);
    await phone.page.getByRole('button', { name: 'Coba lagi' }).click();
    // Leaving the page in the same moment would leave before it is written down.
    await phone.page.getByRole('button', { name: 'Coba lagi' }).waitFor({ state: 'detached' });
    await phone.open('/permohonan');
    await showsItems(phone, 'done', 2);
    await hasWhole(stage, 2);
  },
);

promise(
  'F74 F75: a paper that the office refuses says why, on that paper, and the next application goes on',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const detail = 'Foto ini rusak atau terpotong. Ambil foto lagi.';
    const errors = [{ pointer: '/documents/bukti', code: 'image-broken' }];
    stage.proxy.addRule({
      fault: 'status',
      method: 'PATCH',
      path: /^\/v1\/uploads\//,
      // The first may be asked by a page that is left before it hears the answer.
      times: 2,
      status: 422,
      body: JSON.stringify({ type: 'urn:ajukan:problem:paper-refused', title: 'Refused', status: 422, detail, errors }),
    });
    await complain(phone, 'berkas ditolak', [stage.photo(20_000)]);
    await phone.open('/permohonan');
    await showsItems(phone, 'failed', 1);
    await complain(phone, 'tanpa berkas');
    await phone.open('/permohonan');
    await showsItems(phone, 'done', 1);
    await phone.press(`${at('outbox-item')}:has([data-state="failed"]) a`);
    await isOn(phone, /\/permohonan\/./);
    await seesAll(phone, /Kantor menolak satu berkas/, new RegExp(`Ditolak kantor: ${detail}`));
    await phone.page.getByRole('button', { name: 'Perbaiki' }).click();
    await isOn(phone, /\/isi\//);
  },
);
