import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn } from '../pages/account.ts';
import { begin, fillComplaint, goToReview } from '../pages/complaint.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { copyDraft, spoilDraft } from '../pages/seeded-drafts.ts';

promise(
  'many drafts go with one Kirim: one that can not go says why on its own line and holds up none, and the day adds up',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'pertama');
    await goToReview(phone);
    await copyDraft(phone, 5);
    await spoilDraft(phone, 0);

    await phone.open('/harian');
    await sees(phone, /Semua 6[^]*6 permohonan/);
    await phone.press(at('day-choose'));
    await sees(phone, /1 isian atau berkas belum lengkap/);
    await phone.press(at('batch-all'));
    await sees(phone, /5 permohonan · 0 berkas · sekitar \d+ kB data/);
    await spoilDraft(phone, 1);
    await phone.press(at('batch-send'));
    await sees(phone, /1 belum bisa\. Sebabnya ada di tiap baris/);
    await until('two are left', async () => (await phone.count(at('batch-row'))) === 2);
    assert.equal((await hasWhole(stage, 4)).length, 4);

    await phone.open('/harian');
    await phone.press(at('day-state-received'));
    await sees(phone, /4 permohonan[^]*Diterima kantor · No\. 3603-/);
    await phone.type('input[type=search]', 'tidak ada yang begini');
    await sees(phone, /Tidak ada yang cocok/);
    await phone.open('/harian/ringkasan');
    await isThere(phone, at('share'));
    await sees(phone, /Dibuat\s+6\s+Dikirim\s+4\s+Diterima kantor\s+4[^]*3603-\d{4}-\d{6}/);
  },
);
