/** What an official sees, told by an office that says the same to everybody. */
import { makePhoto } from '../samples/photo.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { at, isThere, sees } from './screen.ts';
import { ToldAnswers } from './told-answers.ts';

type Look = (where: string) => Promise<void>;

const id = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const idOf = (place: number): string => id.slice(0, -2) + String(10 + place);
const moment = '2026-08-05T03:00:00Z';
const line = {
  id,
  registrationNumber: 'KANARI-2026-1',
  serviceId: 'pengaduan',
  status: 'under_review',
  version: 2,
  receivedAt: moment,
  office: { level: 'dinas', area: '36.03' },
  due: { workingDays: 5, dueOn: '2026-08-12' },
};
const queue = /^\/v1\/queue(\?|$)/;
const counts = /^\/v1\/queue\/counts/;
const item = new RegExp(`^/v1/applications/${id}$`);

function caseOf(name: string) {
  const states = ['clean', 'clean', 'expected', 'rejected'];
  return {
    ...line,
    schemaVersion: 4,
    updatedAt: moment,
    data: { judul: name, isi: 'KANARI', anonim: false, nama_pelapor: name, nik: '99••••••••••0001' },
    documents: states.map((state, place) => ({
      ...{ id: idOf(30 + place), slot: 'bukti', mediaType: 'image/jpeg', size: 1000, state },
    })),
    reason: 'KANARI',
    fields: ['/judul'],
    history: [
      { at: moment, action: 'return', status: 'returned', by: 'official', role: 'verifikator', reason: 'KANARI' },
    ],
    results: [],
    duplicates: [{ id: idOf(1), registrationNumber: 'KANARI-2026-2', because: 'paper' }],
    onBehalfOf: { name },
    submittedBy: { name },
  };
}

/** The phone takes whoever is signed in for an official. */
export async function sitAtDesk(stage: Stage, phone: ChromiumPhone, name: string, look: Look): Promise<void> {
  const office = new ToldAnswers(stage);
  const photo = Buffer.from(makePhoto(20_000, 1));
  await phone.context.route('**/v1/documents/*/content', (route) =>
    route.fulfill({ contentType: 'image/jpeg', body: photo }),
  );
  const list = async (where: string, answers: Parameters<ToldAnswers['say']>, shown: string): Promise<void> => {
    office.say(...answers);
    await phone.open(where);
    await isThere(phone, shown);
    await look(`desk, ${where}`);
  };
  const nothing = { items: [], next: null };
  office.say(counts, { byStatus: {}, late: 0, dueToday: 0, mine: 0 });
  await list('/meja', [queue, nothing], `${at('desk-queue')} h2`);
  await list('/meja?janji=late', [queue, nothing], `${at('desk-queue')} h2`);
  await list('/meja?urut=due', [queue, {}, { status: 500 }], '[data-testid^="desk-trouble"]');
  await list('/meja?petugas=me', [queue, {}, { status: 401 }], at('desk-sign-in-again'));
  office.say(counts, { byStatus: { under_review: 1234 }, late: 2, dueToday: 0, mine: 0 });
  const others = Array.from({ length: 28 }, (_, place) => ({ ...line, id: idOf(place + 2), applicantName: name }));
  const first = { ...line, applicantName: name, duplicates: true, sealed: true };
  const taken = { ...line, id: idOf(1), assignee: { accountId: 'b', name } };
  const full = { items: [first, taken, ...others], next: null };
  await list('/meja?status=under_review', [queue, full], `${at('desk-row')}:nth-child(9)`);
  await phone.press(at('desk-keys'));
  await isThere(phone, 'dialog[open]');
  await look('desk, keys');
  await phone.page.keyboard.press('Escape');
  await phone.context.setOffline(true);
  await phone.press('.desk-refresh');
  await sees(phone, /Yang tampil adalah keadaan pukul/);
  await look('desk, queue without signal');
  await phone.context.setOffline(false);

  office.say(item, caseOf(name));
  await phone.open(`/meja/permohonan/${id}`);
  await isThere(phone, at('desk-picture'));
  await look('desk, one application');
  await phone.press(at('desk-compare'));
  await isThere(phone, `${at('desk-paper-view')} + ${at('desk-paper-view')} ${at('desk-picture')}`);
  await look('desk, two papers');
  await phone.press(`[data-testid="mark-/isi"]`);
  await phone.press(at('desk-return'));
  await isThere(phone, at('desk-panel-return'));
  await look('desk, asking for repair');
  await phone.press(at('desk-send'));
  await sees(phone, /[Tt]ulis alasan/);
  await look('desk, a reason is missing');
  await phone.press(at('desk-reject'));
  await phone.type(at('desk-reason'), 'KANARI');
  await phone.press(at('desk-send'));
  await isThere(phone, 'dialog[open]');
  await look('desk, rejecting for good');

  office.say(item, { ...caseOf(name), status: 'in_process' });
  await phone.open(`/meja/permohonan/${id}`);
  await phone.press(at('desk-add-result'));
  await phone.press(at('result-save'));
  await sees(phone, /Lengkapi nama/);
  await look('desk, a result');
  await phone.choose(`${at('desk-result-form')} select`, 'pickup');
  await isThere(phone, at('result-place'));
  await look('desk, a result to fetch');

  office.say(item, { title: 'x' }, { status: 404 });
  await phone.open(`/meja/permohonan/${id}`);
  await isThere(phone, at('desk-trouble-gone'));
  await look('desk, an application that is gone');
  for (const path of [queue, counts, item]) office.beItself(path);
}

const figures = {
  received: 433,
  ended: 161,
  rejected: 13,
  returned: 137,
  inTime: 53,
  late: 88,
  medianDays: 6,
  ninetiethDays: 18,
  waiting: 168,
  answers: 175,
  satisfaction: 61.79,
};
const noFigures = Object.fromEntries(Object.keys(figures).map((name) => [name, /Days|sat/.test(name) ? null : 0]));

/** The numbers of a head of an office. */
export async function readNumbers(stage: Stage, phone: ChromiumPhone, name: string, look: Look): Promise<void> {
  const office = new ToldAnswers(stage);
  const statistics = /^\/v1\/statistics\?/;
  const days = { from: '2026-08-01', to: '2026-08-05' };
  const place = { level: 'desa', area: '36.03.01.2003', serviceId: 'pengaduan', ...figures };
  const elements = Array.from({ length: 9 }, (_, at) => ({ element: `U${at + 1}`, mean: 2.4 }));
  const report = {
    ...days,
    all: figures,
    byDay: [1, 2, 3, 4, 5].map((day) => ({ day: `2026-08-0${day}`, received: day * 9, ended: day })),
    byPlace: [place, { ...place, serviceId: name, satisfaction: null }],
    backlog: [3, 7, 14, 30, null].map((upToDays, at) => ({ upToDays, count: at * 20 })),
    repairs: [{ serviceId: 'pengaduan', field: '/judul', count: 26 }],
    reasons: [
      { action: 'return', code: 'unreadable', count: 43 },
      { action: 'reject', code: null, count: 12 },
    ],
    elements,
    comments: [name, 'KANARI ramah'],
  };
  const query = `?from=${days.from}&to=${days.to}`;
  const at360 = async (where: string, said: Parameters<ToldAnswers['say']>, address: string, shown: RegExp) => {
    office.say(...said);
    await phone.open(`/meja/kinerja${address}`);
    await sees(phone, shown);
    await look(`dashboard, ${where}`);
  };
  await at360('filled', [statistics, report], query, /Kepuasan menurut sembilan unsur/);
  const one = { ...noFigures, received: 1, waiting: 1 };
  const alone = {
    ...report,
    all: one,
    byDay: [{ day: '2026-08-01', received: 1, ended: 0 }],
    byPlace: [{ ...place, ...one }],
    ...{ repairs: [], reasons: [], elements: [], comments: [] },
  };
  await at360('one', [statistics, alone], query, /lima jawaban/);
  await at360('empty', [statistics, { ...alone, byPlace: [] }], query, /Belum ada permohonan/);
  await at360('no answer', [statistics, {}, { status: 500 }], query, /Belum bisa dibaca/);
  await at360('backwards', [statistics, report], '?from=2026-08-05&to=2026-08-01', /tidak lebih awal/);
  office.beItself(statistics);
}
