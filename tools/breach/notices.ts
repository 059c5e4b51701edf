/** Drafts of the written notices of UU 27/2022 article 46(2): whose and what data, when and how, what is done. */
import type { DeviceOrder } from '#server/stores/device-store.ts';
import type { ExposedItem, ExposedPerson, Exposure } from './exposure.ts';

export interface NoticeSettings {
  /** Who the notice comes from, and how they are reached. */
  readonly office: string;
  readonly contact: string;
  /** The agency that has to be told; which one it is, the law leaves to the government. */
  readonly agency: string;
  readonly knownAtMs: number;
}

export interface Notice {
  /** Without an ending. */
  readonly name: string;
  readonly title: string;
  /** Plain text; a line is a paragraph, one that begins with "- " an item. */
  readonly lines: readonly string[];
}

const dueAfterMs = 72 * 60 * 60 * 1000;
const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' });
const moment = (ms: number) => `${day.format(ms)} WIB`;

/** One for everybody who can be named, one for the agency, and a list of what only a field officer can name. */
export function noticesOf(exposure: Exposure, settings: NoticeSettings): readonly Notice[] {
  const people = exposure.reports.flatMap((report) => report.people);
  const named = people.map((person, index): Notice => {
    const name = `orang-${String(index + 1).padStart(3, '0')}`;
    return {
      name,
      title: 'Pemberitahuan kegagalan pelindungan data pribadi',
      lines: toPerson(exposure, person, settings),
    };
  });
  const unnamed = exposure.reports.flatMap((report) => report.unnamed);
  return [
    { name: 'lembaga', title: `Pemberitahuan kepada ${settings.agency}`, lines: toAgency(exposure, people, settings) },
    ...named,
    ...(unnamed.length === 0 ? [] : [toOfficer(unnamed)]),
  ];
}

function toPerson(exposure: Exposure, { name, phone, items, loosePapers }: ExposedPerson, settings: NoticeSettings) {
  return [
    `Kepada: ${name === '' ? '(nama dilengkapi petugas)' : name}${phone === null ? '' : `, ${phone}`}`,
    `Dari: ${settings.office}`,
    'Sebuah HP yang menyimpan data Anda hilang. Kami wajib memberi tahu Anda (UU 27/2022 pasal 46).',
    'Data Anda yang dapat terbaca di HP itu:',
    ...items.map(itemText),
    ...(loosePapers > 0 ? [`- ${loosePapers} foto atau surat yang disimpan di HP itu`] : []),
    ...howAndWhat(exposure),
    'Yang dapat Anda lakukan: waspada terhadap orang yang menghubungi atas nama kantor, dan jangan berikan kode apa pun.',
    `Pertanyaan: ${settings.contact}`,
  ];
}

function toAgency(exposure: Exposure, people: readonly ExposedPerson[], settings: NoticeSettings): readonly string[] {
  const unnamed = exposure.reports.flatMap((report) => report.unnamed);
  const items = [...people.flatMap((person) => person.items), ...unnamed];
  const kinds = [...new Set(items.flatMap((item) => item.kinds))];
  const sealed = exposure.reports.reduce((most, { counts }) => Math.max(most, counts.sealed), 0);
  return [
    `Kepada: ${settings.agency}`,
    `Dari: ${settings.office}`,
    'Pemberitahuan tertulis menurut UU 27/2022 pasal 46 ayat (2).',
    `Diketahui: ${moment(settings.knownAtMs)}. Batas pemberitahuan 3 x 24 jam: ${moment(settings.knownAtMs + dueAfterMs)}.`,
    `Subjek data yang dapat disebut namanya: ${people.length}. Isian yang warganya baru dapat disebut petugas lapangan: ${unnamed.length}.`,
    `Permohonan dan isian yang dapat terbaca: ${items.length}. Tersegel, sehingga tidak dapat terbaca: ${sealed}.`,
    'Jenis data:',
    ...kinds.map((kind) => `- ${kind}`),
    ...howAndWhat(exposure),
    `Kontak: ${settings.contact}`,
  ];
}

function howAndWhat({ deviceId, reports, orders }: Exposure): readonly string[] {
  const last = Math.max(...reports.map(({ lastSeenAtMs }) => lastSeenAtMs));
  const newest = reports.find(({ lastSeenAtMs }) => lastSeenAtMs === last);
  return [
    `Kapan: HP (nomor ${deviceId}) terakhir terhubung ${moment(last)}. Data di atas adalah keadaan saat itu.`,
    'Bagaimana: HP hilang; siapa yang menemukannya belum diketahui.',
    `Pengaman di HP: ${lockText(newest?.lock ?? 'none')}`,
    'Penanganan:',
    ...(orders.length === 0 ? ['- belum ada perintah untuk HP ini'] : orders.map(orderText)),
  ];
}

function lockText(lock: string): string {
  if (lock === 'none') return 'Ajukan tidak dikunci; kunci layar HP tidak diketahui.';
  return `Ajukan dikunci (${lock}) dan isian di HP terenkripsi.`;
}

function orderText({ action, by, orderedAtMs, doneAtMs }: DeviceOrder): string {
  const what = action === 'wipe' ? 'dikeluarkan, dan perintah hapus diberikan' : 'dikeluarkan';
  const who = by === 'office' ? 'kantor' : 'pemilik akun';
  const done = doneAtMs === null ? 'HP belum terhubung sejak itu' : `dilaksanakan HP ${moment(doneAtMs)}`;
  return `- HP ${what} oleh ${who}, ${moment(orderedAtMs)}; ${done}`;
}

function itemText({ service, state, registrationNumber, kinds }: ExposedItem): string {
  const words = { draft: 'isian belum dikirim', waiting: 'belum sampai di kantor', delivered: 'sudah di kantor' };
  const number = registrationNumber === null ? '' : `, nomor ${registrationNumber}`;
  return `- ${service} (${words[state]}${number}): ${kinds.join(', ')}`;
}

function toOfficer(unnamed: readonly ExposedItem[]): Notice {
  return {
    name: 'perlu-nama',
    title: 'Warga yang perlu disebut petugas lapangan',
    lines: [
      'Isian ini belum ada di kantor. Tulis nama dan alamat warganya, lalu buat pemberitahuannya.',
      ...unnamed.map(({ service, id }) => `- ${service}, isian ${id}: ____________________`),
    ],
  };
}
