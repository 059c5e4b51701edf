import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { begin, complain } from '../pages/complaint.ts';
import { seesReceived } from '../pages/outbox.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'who deletes their data on this phone is asked twice about what is unsent, and then nothing is left',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await phone.open('/');
    await phone.waitForWorker();
    await complain(phone, 'tidak jadi', [stage.photo(60_000)]);
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), 'KANARI belum selesai');

    await phone.open('/akun');
    await phone.press('a[href="/privasi"]');
    await isThere(phone, at('privacy'));
    await phone.press(at('erase-open'));
    await sees(phone, /1 permohonan belum sampai di kantor[^]*Simpan salinan/);
    await phone.press(at('erase-mine'));
    await phone.press(at('erase-first'));
    await sees(phone, /1 permohonan akan hilang/);
    await phone.press(at('erase-second'));
    await isThere(phone, at('erased'));

    for (const table of ['drafts', 'documents', 'outbox', 'tracked', 'wallet'] as const)
      assert.deepEqual(await readRows(phone, table), [], table);
    await phone.open('/');
    await isThere(phone, at('home'));
    assert.equal(await phone.count(at('incident-lost')), 0, 'deleting is no loss');
  },
);

promise('who asks the office too is told what it keeps and until when, and is signed out', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await complain(phone, 'sudah sampai');
  await seesReceived(phone);

  await phone.open('/privasi/hapus');
  await phone.press(`${at('erase-at-office')} input`);
  await phone.press(at('erase-mine'));
  await phone.press(at('erase-first'));
  await isThere(phone, at('erased'));
  await sees(phone, /1 permohonan tetap disimpan sesuai aturan arsip/);
  assert.deepEqual(await readRows(phone, 'outbox'), []);
  await phone.open('/akun');
  await isThere(phone, at('sign-in-form'));
});
