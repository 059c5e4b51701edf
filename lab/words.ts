export type LabLanguage = 'id' | 'en';
export type Words = Readonly<Record<LabLanguage, string>>;

export const words = {
  title: { id: 'Coba kacaukan kotak kirim ini', en: 'Try to break this outbox' },
  lead: {
    id: 'Mesin kirimnya sama dengan yang di aplikasi; HP, jaringan, dan kantornya tiruan. Tiap hari buruk penuh gangguan, lalu reda. Setelah itu semua yang disimpan harus ada di kantor, masing-masing tepat satu kali.',
    en: 'The sending engine is the one of the app; phone, network and office are simulated. Each bad day is full of faults, then they end. After that everything that was saved has to be at the office, each thing exactly once.',
  },
  otherLanguage: { id: 'English', en: 'Bahasa Indonesia' },
  faults: { id: 'Apa yang boleh terjadi', en: 'What may happen' },
  all: { id: 'Semua', en: 'All' },
  none: { id: 'Kosongkan', en: 'None' },
  chosen: { id: 'gangguan dipilih', en: 'faults chosen' },
  run: { id: 'Jalankan', en: 'Run' },
  howMany: { id: 'Berapa hari buruk?', en: 'How many bad days?' },
  start: { id: 'Mulai', en: 'Start' },
  stop: { id: 'Berhenti', en: 'Stop' },
  days: { id: 'hari buruk', en: 'bad days' },
  events: { id: 'kejadian', en: 'events' },
  lost: { id: 'hilang', en: 'lost' },
  duplicated: { id: 'ganda', en: 'doubled' },
  wedged: { id: 'macet', en: 'stuck' },
  broken: { id: 'janji lain dilanggar', en: 'other promises broken' },
  struck: { id: 'Gangguan apa saja yang datang', en: 'Which faults came' },
  shareOfDays: { id: 'dari hari', en: 'of the days' },
  nothingCame: { id: 'Belum ada yang datang.', en: 'Nothing has come yet.' },
  replay: { id: 'Lihat satu hari', en: 'Watch one day' },
  seed: { id: 'Nomor hari', en: 'Number of the day' },
  show: { id: 'Tunjukkan', en: 'Show' },
  seedWrong: { id: 'Tulis angka bulat dari 1 sampai 999999999.', en: 'Write a whole number from 1 to 999999999.' },
  kept: { id: 'Semua janji ditepati.', en: 'Every promise is kept.' },
  notKept: { id: 'Satu janji dilanggar', en: 'A promise is broken' },
  sameAgain: {
    id: 'Nomor dan gangguan yang sama selalu memberi hari yang sama, juga di komputer lain.',
    en: 'The same number with the same faults is always the same day, also on another computer.',
  },
  honest: {
    id: 'Nol kegagalan dalam N hari bukan bukti bahwa kegagalan tidak mungkin: di bawah gangguan tiruan ini, peluangnya kira-kira paling tinggi 3 dibagi N.',
    en: 'No failure in N days does not prove that none can happen: under these modelled faults, the rate is at most about 3 divided by N.',
  },
  story: { id: 'Kejadian hari', en: 'Events of day' },
  back: { id: 'Ke aplikasi', en: 'To the app' },
} as const satisfies Readonly<Record<string, Words>>;
