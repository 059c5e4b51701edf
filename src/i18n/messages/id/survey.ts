export const survey = {
  card: {
    title: 'Bagaimana pelayanannya?',
    text: 'Sembilan pertanyaan, satu ketukan setiap pertanyaan. Petugas tidak dapat melihat siapa yang menjawab apa.',
    start: 'Jawab sekarang',
    resume: 'Lanjutkan',
    decline: 'Tidak usah',
  },
  title: 'Bagaimana pelayanannya?',
  progress: (at: number, of: number) => `Pertanyaan ${at} dari ${of}`,
  previous: 'Pertanyaan sebelumnya',
  questions: {
    U1: {
      title: 'Apakah syaratnya sesuai dengan yang diberitahukan?',
      scores: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
    },
    U2: { title: 'Apakah cara mengurusnya mudah?', scores: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'] },
    U3: { title: 'Apakah selesainya cepat?', scores: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'] },
    U4: { title: 'Apakah biayanya wajar?', scores: ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'] },
    U5: {
      title: 'Apakah hasilnya sesuai dengan yang Anda minta?',
      scores: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
    },
    U6: {
      title: 'Apakah petugasnya mampu membantu?',
      scores: ['Tidak mampu', 'Kurang mampu', 'Mampu', 'Sangat mampu'],
    },
    U7: {
      title: 'Apakah petugasnya sopan dan ramah?',
      scores: ['Tidak ramah', 'Kurang ramah', 'Ramah', 'Sangat ramah'],
    },
    U8: {
      title: 'Bagaimana keluhan dan pertanyaan ditangani?',
      scores: ['Tidak ditangani', 'Lambat ditangani', 'Baik', 'Sangat baik'],
    },
    U9: {
      title: 'Bagaimana tempat dan sarananya, termasuk Ajukan?',
      scores: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
    },
  },
  comment: {
    title: 'Ada yang ingin Anda sampaikan?',
    help: 'Kepala kantor membacanya tanpa tahu siapa yang menulis. Jangan tulis nama, NIK, atau nomor HP.',
    optional: '(boleh dikosongkan)',
    tooLong: (over: number) => `Terlalu panjang ${over} huruf.`,
    send: 'Kirim jawaban',
  },
  formula: {
    title: 'Bagaimana jawaban dihitung?',
    text: 'Setiap jawaban bernilai 1 sampai 4. Rata-rata dari sembilan unsur, masing-masing berbobot 1/9, dijumlahkan lalu dikalikan 25. Hasilnya Indeks Kepuasan Masyarakat (IKM), 25 sampai 100, menurut PermenPANRB 14/2017. Angkanya baru ditampilkan bila ada jawaban dari lima orang.',
  },
  kept: 'Tersimpan di HP ini',
  waits: 'Jawaban Anda tersimpan di HP ini. Terkirim sendiri saat ada sinyal dan Anda sudah masuk.',
  sent: 'Terima kasih. Jawaban Anda sudah dihitung.',
  refused: 'Kantor tidak menerima jawaban ini. Mungkin sudah dijawab dari HP lain.',
  notKept: 'Belum tersimpan. Coba ketuk sekali lagi.',
  notYet: 'Pertanyaan ini muncul setelah pelayanan selesai.',
  back: 'Kembali ke permohonan',
};
export type SurveyMessages = typeof survey;
