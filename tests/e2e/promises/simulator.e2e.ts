import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { faultKinds } from '../../simulation/faults.ts';
import { expectNothingFound } from '../pages/axe.ts';
import { at, isThere, sees, seesAll } from '../pages/screen.ts';

promise('a visitor breaks the outbox on a hundred bad days, and nothing is lost, doubled or stuck', async (stage) => {
  const phone = await stage.chromium();
  // With the app's worker in charge: the page is no screen of the app.
  await phone.open('/');
  await phone.waitForWorker();
  // The same hundred every time: other days are the simulation's own gate.
  await openSimulator(phone, '?first=7001');
  assert.equal(await phone.count('input[type="checkbox"]:checked'), faultKinds.length);
  await phone.page.getByRole('button', { name: 'Mulai' }).click();
  await seesAll(phone, /100 hari buruk/, /Mulai/);
  for (const verdict of ['lost', 'duplicated', 'wedged', 'broken'])
    assert.match(await phone.page.locator(at(verdict)).innerText(), /\b0\b/);
  await phone.page.getByText('Gangguan apa saja yang datang').click();
  await sees(phone, /Sinyal hilang\s+\d+ % dari hari/);
  await expectNothingFound(phone, 'the simulator');
});

promise('a day that is watched again is the same day, and without faults nothing strikes in it', async (stage) => {
  const phone = await stage.chromium();
  await openSimulator(phone);
  const told = await watch(phone, '4711');
  assert.ok(
    told.some((line) => line.includes('***')),
    'something strikes',
  );
  assert.deepEqual(await watch(phone, '4711'), told);
  await phone.page.getByRole('button', { name: 'Kosongkan' }).click();
  const quiet = await watch(phone, '4711');
  assert.equal(quiet.filter((line) => line.includes('***')).length, 0);
  assert.notDeepEqual(quiet, told);
  await phone.type('input[name="seed"]', 'tujuh');
  await phone.page.getByRole('button', { name: 'Tunjukkan' }).click();
  await sees(phone, /Tulis angka bulat/);
});

async function openSimulator(phone: ChromiumPhone, search = ''): Promise<void> {
  await phone.open(`/simulator.html${search}`);
  await sees(phone, /Coba kacaukan kotak kirim ini/);
}

async function watch(phone: ChromiumPhone, seed: string): Promise<readonly string[]> {
  await phone.type('input[name="seed"]', seed);
  await phone.page.getByRole('button', { name: 'Tunjukkan' }).click();
  await isThere(phone, at('verdict'));
  await sees(phone, /Semua janji ditepati/);
  return await phone.page.locator('.story li').allTextContents();
}
