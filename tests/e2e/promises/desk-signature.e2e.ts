import assert from 'node:assert/strict';
import { promise, useOffice } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { decideAs, openCase } from '../pages/desk.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { officialsOf } from '../pages/officials.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isThere, sees } from '../pages/screen.ts';

const offices = ['dinas:36.03'];
const officials = await officialsOf({
  'v-1': { name: 'KANARI Pemeriksa', roles: ['verifikator'], offices },
  's-1': { name: 'KANARI Penanda', roles: ['penandatangan'], offices },
});
useOffice({ provider: officials.provider });

promise(
  'one official checks and hands over, another one signs under their own name, and the applicant reads where, when and with what to fetch it',
  async (stage) => {
    officials.serve(stage);
    const phone = await stage.chromium();
    await settleIn(phone, stage.citizen);
    await complain(phone, 'loket');
    await seesReceived(phone);
    const id = (await hasWhole(stage))[0]?.id ?? '';

    const checks = await officials.sit(stage, 'v-1');
    await sees(checks, /Kabupaten Tangerang/);
    await openCase(checks, id);
    await decideAs(checks, 'review', 'under_review');
    await decideAs(checks, 'process', 'in_process');
    await checks.press(at('desk-add-result'));
    await checks.choose(`${at('desk-result-form')} select`, 'pickup');
    await checks.type(at('result-title'), 'Surat jawaban');
    await checks.type(at('result-place'), 'Loket 3, kantor dinas');
    await checks.type(at('result-from'), '2026-12-07');
    await checks.type(at('result-bring'), 'KTP asli');
    await checks.press(at('result-save'));
    await sees(checks, /Surat jawaban[^]*Loket 3, kantor dinas[^]*7 Desember 2026[^]*KTP asli/);
    await decideAs(checks, 'sign', 'awaiting_signature');
    await sees(checks, /Tidak ada tindakan untuk Anda pada status ini/);
    assert.equal(await checks.count(`${at('desk-ready')}, ${at('desk-process')}`), 0);

    const signs = await officials.sit(stage, 's-1');
    await signs.press('a[href="/meja?status=awaiting_signature"]');
    await isThere(signs, 'a[href="/meja?status=awaiting_signature"][aria-current="true"]');
    await openCase(signs, id);
    await sees(signs, /KANARI loket/);
    await signs.page.keyboard.press('p');
    await sees(signs, /Tanda tangani dan tandai siap\?/);
    await signs.press(at('desk-sure'));
    await isThere(signs, `${at('desk-item')}[data-status="ready"]`);
    const [truth] = await (await stage.officeView()).listApplications();
    assert.deepEqual(truth?.history?.map(({ action, role }) => [action, role]).slice(-2), [
      ['sign', 'verifikator'],
      ['ready', 'penandatangan'],
    ]);

    await phone.open(`/permohonan/${id}`);
    await sees(
      phone,
      /Dokumen sudah jadi[^]*Surat jawaban[^]*Ambil di[^]*Loket 3, kantor dinas[^]*Mulai[^]*7 Desember 2026[^]*Bawa[^]*KTP asli/,
    );
  },
);
