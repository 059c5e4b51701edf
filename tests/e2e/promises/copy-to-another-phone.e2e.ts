import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { settleIn, signIn, signOut } from '../pages/account.ts';
import { complain } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isOn, sees } from '../pages/screen.ts';

const input = at('take-in-input');

promise(
  'I2 C11 F71: a stuck application goes out from another phone, and the office has it once, also when the first phone is back',
  async (stage) => {
    const first = await stage.chromiumWithShell();
    const second = await stage.chromiumWithShell();
    await settleIn(first, stage.citizen);
    await settleIn(second, stage.citizen);
    await stage.proxy.link.down();
    const papers = [stage.photo(200_000), stage.pdf()];
    await complain(first, 'macet', papers);
    const copy = await saveCopy(stage, first);
    await first.press(at('withdraw'));
    await sees(first, /salinannya sudah disimpan/);
    await first.kill();

    await stage.proxy.link.up();
    await second.open('/permohonan');
    await second.page.locator(input).setInputFiles(copy);
    await isOn(second, /\/permohonan\/./);
    await seesReceived(second);
    const { registrationNumber } = await expectOnceAndWhole(stage, papers);

    await first.relaunch();
    await first.open('/permohonan');
    // A browser that was killed may not have written the session down yet.
    const now = await sees(first, /Masuk untuk mengirim|Diterima kantor/);
    if (!now.includes('Diterima kantor')) await signIn(first, stage.citizen);
    await seesReceived(first);
    await sees(first, new RegExp(registrationNumber ?? 'no number'));
    await expectOnceAndWhole(stage, papers);
    await second.open('/permohonan');
    await second.page.locator(input).setInputFiles(copy);
    await sees(second, /sudah ada di HP ini/);
  },
);

promise(
  'a copy that is damaged, changed or somebody else’s is refused in plain words, and nothing is kept of it',
  async (stage) => {
    const first = await stage.chromiumWithShell();
    await settleIn(first, stage.citizen);
    await stage.proxy.link.down();
    await complain(first, 'salinan', [stage.photo(60_000)]);
    const text = readFileSync(await saveCopy(stage, first), 'utf8');
    await first.kill();
    await stage.proxy.link.up();

    const second = await stage.chromiumWithShell();
    const other = stage.office.nextCitizen();
    await second.open('/permohonan');
    await refuses(stage, second, text, /Masuk dengan akun itu/);
    await settleIn(second, other);
    await second.open('/permohonan');
    await refuses(stage, second, text, /milik akun lain/);
    await signOut(second);
    await settleIn(second, stage.citizen);
    await second.open('/permohonan');
    await refuses(stage, second, text.slice(0, -200), /bukan salinan permohonan/);
    await refuses(stage, second, text.replace('"formatVersion": 2', '"formatVersion": 9'), /versi Ajukan yang lain/);
    await refuses(stage, second, text.replace(/("base64": "ey)../, '$1AA'), /Isian di dalam salinan ini rusak/);
    await refuses(
      stage,
      second,
      text.replace(/("base64": "\/9j\/.{400})../, '$1AA'),
      /Berkas “Bukti” di dalam salinan ini rusak/,
    );
    await sees(second, /Belum ada permohonan/);
    assert.equal((await (await stage.officeView()).listApplications()).length, 0);
  },
);

async function saveCopy(stage: Stage, phone: ChromiumPhone): Promise<string> {
  await phone.open('/permohonan');
  await phone.press(`${at('outbox-item')} a`);
  const download = phone.page.waitForEvent('download');
  await phone.press(at('save-copy'));
  const path = join(stage.folder('copies'), 'salinan.json');
  await (await download).saveAs(path);
  return path;
}

async function refuses(stage: Stage, phone: ChromiumPhone, text: string, words: RegExp): Promise<void> {
  const { path } = stage.sample('salinan.json', 'application/json', Buffer.from(text));
  await phone.page.locator(input).setInputFiles(path);
  await sees(phone, words);
}
