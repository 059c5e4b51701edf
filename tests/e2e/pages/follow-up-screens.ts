/** What somebody asks of an office afterwards, and what they are asked. */
import type { ChromiumPhone } from '../harness/chromium.ts';
import { officer } from '../harness/office.ts';
import type { Stage } from '../harness/stage.ts';
import { complain } from './complaint.ts';
import { hasWhole } from './office-truth.ts';
import { seesReceived } from './outbox.ts';
import { at, isThere, sees } from './screen.ts';
import { ToldAnswers } from './told-answers.ts';

type Look = (where: string) => Promise<void>;

/** Anybody with a receipt or a document; no sign-in. */
export async function askAfterwards(stage: Stage, phone: ChromiumPhone, look: Look): Promise<void> {
  const office = new ToldAnswers(stage);
  const lookups = /^\/v1\/status-lookups$/;
  const issued = /^\/v1\/issued\?/;
  const found = { status: 'under_review', dueOn: '2026-08-12', updatedAt: '2026-08-05T03:00:00Z' };
  const askStatus = async (where: string, shown: RegExp): Promise<void> => {
    await phone.press(at('status-ask'));
    await sees(phone, shown);
    await look(`status, ${where}`);
  };
  office.say(lookups, found, { method: 'POST' });
  await phone.open('/status');
  await phone.type(at('status-number'), '3603-2026-000001');
  await phone.type(at('status-secret'), 'A'.repeat(26));
  await askStatus('known', /Sejak/);
  office.say(lookups, {}, { status: 404, method: 'POST' });
  await askStatus('unknown', /tidak cocok/);
  await phone.context.setOffline(true);
  await askStatus('offline', /Kantor belum bisa dihubungi/);
  await phone.context.setOffline(false);
  office.beItself(lookups);

  const askIssued = async (where: string, shown: RegExp): Promise<void> => {
    await phone.press(at('issued-ask'));
    await sees(phone, shown);
    await look(`document number, ${where}`);
  };
  const document = { state: 'valid', number: '503/1/2026', serviceId: 'sku', issuedOn: '2026-08-05' };
  office.say(issued, { ...document, office: { level: 'desa', area: '36.03.01.2003' } });
  await phone.open('/periksa');
  await phone.type(at('issued-number'), '503/1/2026');
  await askIssued('known', /tercatat di kantor/);
  office.say(issued, {}, { status: 404 });
  await askIssued('unknown', /Nomor tidak ditemukan/);
  await phone.context.setOffline(true);
  await askIssued('offline', /Kantor belum bisa dihubungi/);
  await phone.context.setOffline(false);
  office.beItself(issued);
  await phone.open('/periksa#bukan');
  await sees(phone, /Bukan tanda terima|tidak terbaca|Tidak asli/i);
  await look('receipt, none of ours');
}

/** Somebody is signed in. */
export async function beAsked(stage: Stage, phone: ChromiumPhone, look: Look): Promise<void> {
  await complain(phone, 'KANARI dinilai');
  await seesReceived(phone);
  const [application] = await hasWhole(stage);
  const id = application?.id ?? '';
  await phone.open(`/survei/${id}`);
  await isThere(phone, at('survey-end'));
  await look('survey, not yet');
  await phone.open(`/permohonan/${id}/tanda-terima`);
  await isThere(phone, 'main svg, main img');
  await look('receipt');
  await (await stage.officeView(officer)).decide(id, 'reject', 'KANARI sudah ada');
  await phone.open(`/permohonan/${id}`);
  await isThere(phone, at('survey-start'));
  await look('application, rejected');
  await phone.press(at('survey-start'));
  await isThere(phone, at('survey-question'));
  await look('survey, a question');
  for (let question = 1; question <= 9; question += 1) {
    await sees(phone, new RegExp(`Pertanyaan ${question} dari 9`));
    await phone.press(at('score-4'));
  }
  await isThere(phone, at('survey-send'));
  await look('survey, a comment');
  await phone.context.setOffline(true);
  await phone.press(at('survey-send'));
  await sees(phone, /tersimpan di HP ini/);
  await look('survey, waits for signal');
  await phone.context.setOffline(false);
  await phone.page.evaluate(() => dispatchEvent(new Event('focus')));
  await sees(phone, /sudah dihitung/);
  await look('survey, sent');
}
