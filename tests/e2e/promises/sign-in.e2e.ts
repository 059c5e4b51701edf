import assert from 'node:assert/strict';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { askForCode, settleIn, signIn } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { hasFocus } from '../pages/focus.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

promise(
  'from Kirim to the office it is a number and a code, also for who leaves the app to read the message and mistypes it',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await complain(phone, 'pertama kali');
    await phone.page.getByText('Masuk untuk mengirim').click();
    // The first visit: the parts that open without signal are still being fetched.
    await isThere(phone, at('number-form'));
    await stage.proxy.link.down();
    await phone.type(`${at('number-form')} input`, stage.citizen.login);
    await phone.press(`${at('number-form')} button[type="submit"]`);
    await sees(phone, /tetap aman di HP ini/);
    await stage.proxy.link.up();
    const code = await askForCode(phone, stage.citizen.login);
    // The tab was thrown away meanwhile.
    await phone.closePages();
    await phone.open('/akun?kembali=/permohonan');
    await isThere(phone, at('code-form'));
    await phone.type(`${at('code-form')} input`, String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
    await sees(phone, /Kode tidak cocok/);
    await phone.type(`${at('code-form')} input`, `${code.slice(0, 3)} ${code.slice(3)}`);
    await isOn(phone, /^\/permohonan$/);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, []);
    const kept = await phone.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!kept.includes(stage.citizen.login.slice(1)), `the number stays behind: ${kept}`);
  },
);

promise('a lost phone is signed out from another one, and what waits on it stays there (F71)', async (stage) => {
  const [lost, found] = [await stage.chromiumWithShell(), await stage.chromiumWithShell()];
  await settleIn(lost, stage.citizen);
  await signIn(found, stage.citizen);
  await found.open('/akun');
  await until('both phones are listed', async () => (await found.count(at('session'))) === 2);
  await found.page.getByText('Keluarkan', { exact: true }).click();
  await until('one phone is left', async () => (await found.count(at('session'))) === 1);
  await hasFocus(found, `ul:has(${at('session')})`);
  await found.press(at('change-number'));
  await hasFocus(found, 'input[type="tel"]');
  await found.page.getByText('Batal', { exact: true }).click();
  await hasFocus(found, at('change-number'));
  await complain(lost, 'tertinggal');
  await lost.open('/permohonan');
  await sees(lost, /Masuk dulu, supaya kantor tahu/);
  assert.equal(await lost.count(at('outbox-item')), 1);
});
