/** A life with the app that comes past every screen of it, in the states that a person meets. */
import { askForm } from '#domain/form/ask.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { walksThrough } from '#tests/fixtures/services/walks.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { signIn } from './account.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, next, send } from './complaint.ts';
import { lockItself, workAsOfficer } from './officer-screens.ts';
import { seesReceived, showsItems } from './outbox.ts';
import { Hand } from './hand.ts';
import { at, isOn, isThere, sees } from './screen.ts';

const addresses = [
  '/layanan/akta-kelahiran',
  '/layanan/sku',
  '/layanan/tidak-ada',
  '/permohonan',
  '/permohonan/tidak-ada',
  '/antar',
  '/akun',
  '/pengaturan',
  '/pengaturan/catatan',
  '/privasi',
  '/privasi/hapus',
  '/periksa',
  '/meja',
  '/status',
  '/bagikan',
  '/berkas',
  '/berkas/tambah',
  '/berkas/tidak-ada',
  '/isi/tidak-ada',
  '/tidak-ada',
];

const refusal = JSON.stringify({
  type: 'about:blank',
  title: 'Ditolak',
  status: 422,
  detail: 'Judul terlalu umum',
  errors: [],
});

/** How this person writes. */
export interface Handwriting {
  readonly name: string;
  readonly paperName: string;
}

/** Calls `look` on each; resolves with how many there were. */
export async function visitEveryScreen(
  stage: Stage,
  phone: ChromiumPhone,
  { name, paperName }: Handwriting,
  inspect: (where: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  const look = async (where: string): Promise<void> => {
    count += 1;
    await inspect(where);
  };
  await lookAround(phone, look);
  await fillIn(stage, phone, name, paperName, look);
  await keepOnPhone(stage, phone, look);
  await hearFromOffice(stage, phone, look);
  await answerEveryKind(phone, look);
  await workAsOfficer(phone, name, look);
  await phone.open('/meja');
  await isThere(phone, at('officials-only'));
  await look('desk, for officials only');
  await lockItself(phone, look);
  return count;
}

type Look = (where: string) => Promise<void>;

async function lookAround(phone: ChromiumPhone, look: Look): Promise<void> {
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await look('home');
  for (const address of addresses) {
    await phone.open(address);
    await phone.page.locator('h1').waitFor();
    await look(address);
  }
  await phone.open('/akun');
  await phone.press(`${at('sign-in-form')} button[type="submit"]`);
  await sees(phone, /Isi nomor HP Anda/);
  await look('sign-in with errors');
}

async function fillIn(stage: Stage, phone: ChromiumPhone, name: string, paperName: string, look: Look): Promise<void> {
  await begin(phone, 'akta-kelahiran');
  await look('first step');
  await phone.press(next);
  await sees(phone, /bagian perlu diperbaiki/);
  await look('first step with errors');
  await answerFirstStep(phone);
  await begin(phone, 'akta-kelahiran');
  await answerFirstStep(phone);
  await phone.open('/layanan/akta-kelahiran');
  await phone.press(at('favourite'));
  await phone.press(at('resume'));
  await isThere(phone, at('draft-choice'));
  await look('choosing one of two forms');
  await begin(phone, 'sku');
  await phone.type(at('field-nama_pemohon'), name);
  await sees(phone, /Draf tersimpan/);
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
  await phone.press(at('wallet-keep'));
  await isThere(phone, at('wallet-kept'));
  await phone.open('/berkas');
  await isThere(phone, at('wallet-paper'));
  await look('kept papers');
  await phone.press(`${at('wallet-paper')} a`);
  await isThere(phone, at('wallet-picture'));
  await look('a kept paper');
  await begin(phone, 'pengaduan');
  await phone.type(at('field-judul'), name);
  await phone.type(at('field-isi'), name);
  await look('step with an answer');
  await phone.press(next);
  await isOn(phone, /\/kejadian/);
  await look('second step');
  await phone.press(next);
  await isOn(phone, /\/pelapor/);
  await phone.press(`${at('field-anonim')} input[value="true"]`);
  await phone.press(next);
  await isOn(phone, /\/berkas/);
  await look('papers, none yet');
  await phone.attach(evidenceInput, [stage.sample('kosong.jpg', 'image/jpeg', Buffer.alloc(0))]);
  await sees(phone, /Berkas ini kosong/);
  await look('papers with a refusal');
  await attachEvidence(phone, [stage.photo(120_000, paperName)]);
  await look('papers');
  await phone.press(`${at('paper')} button`);
  await isThere(phone, at('viewer-close'));
  await look('looking at a paper');
  await phone.press(at('viewer-close'));
  await phone.press(at('straighten'));
  await isThere(phone, at('corner-0'));
  await look('straightening a paper');
  await phone.page.goBack();
  await until('it is closed', async () => (await phone.count(at('corner-0'))) === 0);
}

async function answerFirstStep(phone: ChromiumPhone): Promise<void> {
  await phone.press(`${at('field-orang_tua_diketahui')} input[value="true"]`);
  await sees(phone, /Draf tersimpan/);
}

async function keepOnPhone(stage: Stage, phone: ChromiumPhone, look: Look): Promise<void> {
  await phone.context.setOffline(true);
  await sees(phone, /Tidak ada internet/);
  await goToReview(phone);
  await look('review, offline');
  await send(phone);
  await look('stored');
  await phone.context.setOffline(false);
  await phone.open('/');
  await isThere(phone, at('draft'));
  await phone.press(`${at('draft')} button`);
  await sees(phone, /Isian dihapus/);
  await phone.open('/akun');
  await phone.open('/');
  await isThere(phone, at('discarded-draft'));
  await isThere(phone, at('shortcut'));
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
}

async function hearFromOffice(stage: Stage, phone: ChromiumPhone, look: Look): Promise<void> {
  await signIn(phone, stage.citizen);
  await look('account');
  await phone.press(at('sign-out'));
  await isThere(phone, at('confirm-sign-out'));
  await look('signing out');
  await seesReceived(phone);
  await look('list, received');
  await phone.press(`${at('outbox-item')} a`);
  await sees(phone, /Menunggu diperiksa/);
  await isThere(phone, at('apply-again'));
  await look('application, received');
  stage.proxy.addRule({ fault: 'status', method: 'PUT', path: /^\/v1\/applications\//, status: 422, body: refusal });
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
}

/** Steps whose questions change their look once they are answered. */
const changing = new Set(['nomor', 'pasangan', 'keluarga']);

/** Every kind of question: unanswered and refused, then answered. The office has to offer the service. */
async function answerEveryKind(phone: ChromiumPhone, look: Look): Promise<void> {
  const today = wibDate(Date.now());
  const [walk] = walksThrough(kitchenSink, today);
  if (walk === undefined) throw new Error('no way through the form');
  await begin(phone, kitchenSink.id);
  for (const { step, asked } of askForm(kitchenSink, walk.answers, { today }).steps) {
    await isThere(phone, at(`place-${step.id}`));
    await phone.press(next);
    await isThere(phone, at('problems'));
    await look(`${step.id} with errors`);
    await new Hand(phone, walk.spelling).write(asked, new Map());
    if (changing.has(step.id)) await look(`${step.id}, answered`);
    await phone.press(next);
  }
  await isThere(phone, at('place-berkas'));
  await phone.open(new URL(phone.page.url()).pathname.replace(/[^/]+$/, 'periksa'));
  await isThere(phone, at('paper-missing'));
  await look('review of every kind of answer');
}
