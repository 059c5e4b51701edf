export const outbox = {
  title: 'Permohonan saya',
  /** Exact: committed and read back on this phone. Said of nothing else. */
  stored: 'Tersimpan di HP ini',
  /** Exact: the office’s receipt is verified and stored. Said of nothing else. */
  received: (registrationNumber: string): string => `Diterima kantor · No. ${registrationNumber}`,
  /** In a private window nothing is "tersimpan". */
  untilClosed: 'Hilang saat jendela ini ditutup',
  waiting: {
    signal: 'Menunggu sinyal',
    signIn: 'Masuk untuk mengirim',
    elsewhere: 'Sedang dikirim di latar belakang',
    paused: 'Dijeda',
    wifi: 'Menunggu Wi-Fi',
  },
  /** What it will still cost: "sisa 1,2 MB". */
  left: (size: string): string => `sisa ${size}`,
  atLeast: (size: string): string => `lebih dari ${size}`,
  sending: 'Sedang dikirim',
  sendingPart: (percent: string): string => `Sedang dikirim · ${percent}`,
  again: (when: string): string => `Dicoba lagi ${when}`,
  attention: 'Perlu perhatian',
  bytesSent: (sent: string, total: string): string => `${sent} dari ${total}`,
  sentOn: (when: string): string => `Dibuat ${when}`,
  unsent: {
    title: 'Belum terkirim',
    count: (count: number): string => `${count} permohonan belum terkirim`,
    background: 'Akan dikirim sendiri saat ada internet. Aplikasi boleh ditutup.',
    keepOpen: 'Biarkan aplikasi terbuka sampai terkirim.',
    signIn: 'Masuk dulu, supaya kantor tahu ini dari Anda.',
    sendNow: 'Kirim sekarang',
    changeChoice: 'Ubah pilihan',
    enter: 'Masuk',
    noInternet: 'Belum ada internet. Akan dicoba lagi sendiri.',
    notYet: 'Belum terkirim. Akan dicoba lagi sendiri.',
    paused: 'Dijeda. Tidak dikirim sampai Anda menekan Lanjutkan.',
    wifiMobile: (size: string): string =>
      `Menunggu Wi-Fi, sesuai pilihan Anda. Buka Ajukan saat ada Wi-Fi. Kirim sekarang memakai data seluler: ${size}.`,
    wifiUnknown: (size: string): string =>
      `Anda memilih hanya Wi-Fi, tetapi browser ini tidak memberi tahu jenis sambungan. Bila HP memakai Wi-Fi, tekan Kirim sekarang: ${size}.`,
    mayBeCleared:
      'Browser ini tidak berjanji menjaganya: bisa terhapus bila penyimpanan HP penuh, dan di mode penyamaran saat jendela ditutup. Kirim secepatnya, atau pasang Ajukan di HP.',
    notYetBecause: (why: string): string => `${why}. Akan dicoba lagi sendiri.`,
    others: (count: number): string =>
      `${count} permohonan akun lain di HP ini masih menunggu. Masuk dengan akun itu untuk mengirimnya.`,
  },
  atOffice: { title: 'Sudah di kantor' },
  more: 'Tampilkan lagi',
  shown: (shown: number, all: number): string => `${shown} dari ${all} permohonan`,
  empty: {
    title: 'Belum ada permohonan',
    text: 'Permohonan yang Anda kirim muncul di sini, juga sebelum sampai di kantor.',
    action: 'Lihat layanan',
  },
  failedTitle: 'Daftar permohonan tidak bisa dibaca',
  missing: {
    title: 'Permohonan tidak ada di HP ini',
    text: 'Mungkin milik akun lain, atau dibuat di HP lain.',
    action: 'Ke Permohonan saya',
  },
  number: {
    label: 'Nomor registrasi',
    copy: 'Salin nomor',
    copied: 'Nomor disalin',
    notCopied: 'Tidak bisa disalin. Tulis nomor ini.',
  },
  officeSays: 'Alasan dari kantor',
  partly: 'Kantor sudah mencatat isian Anda. Sebagian berkas masih dikirim.',
  timeline: {
    title: 'Perjalanan',
    made: 'Anda menekan Kirim',
    toOffice: 'Sampai di kantor',
    toOfficeNext: 'Setelah itu Anda mendapat nomor registrasi.',
    done: 'sudah',
    current: 'sekarang',
    next: 'berikutnya',
  },
  papers: {
    title: 'Berkas',
    none: 'Tanpa berkas.',
    count: (count: number): string => `${count} berkas`,
    form: 'Isian',
    arrived: 'Sudah sampai',
    waiting: 'Belum sampai',
  },
  care: {
    title: 'Pengiriman',
    pause: 'Jeda',
    resume: 'Lanjutkan',
    withdraw: 'Tarik kembali',
    withdrawTitle: 'Tarik permohonan ini?',
    withdrawText:
      'Belum pernah dikirim, jadi kantor belum punya. Isian dan berkas kembali menjadi isian di HP ini: bisa diubah, dikirim lagi, atau dibuang.',
    withdrawn: 'Permohonan ditarik. Isian dan berkas tetap ada.',
    keep: 'Batal',
    tooLateTitle: 'Kantor mungkin sudah menerima',
    tooLate:
      'Pengiriman sudah pernah dimulai, atau salinannya sudah disimpan, jadi kantor mungkin sudah punya permohonan ini. Kalau ditarik sekarang, bisa jadi dobel. Tunggu jawaban kantor, lalu minta pembatalan ke kantor.',
    tooLatePause: 'Jeda dulu',
    wait: 'Tunggu jawaban kantor',
  },
  takeIn: {
    title: 'Kiriman dari HP lain',
    text: 'Simpanan permohonan (berkas .json) bisa dikirim dari HP ini. Kantor tetap menerimanya satu kali.',
    open: 'Buka berkas kiriman',
    reading: 'Memeriksa berkas',
    done: 'Permohonan masuk ke HP ini',
    failedTitle: 'Berkas tidak bisa dipakai',
    show: 'Lihat permohonan',
    signIn: 'Masuk',
    problems: {
      'already-here': 'Permohonan ini sudah ada di HP ini.',
      'not-a-copy':
        'Ini bukan salinan permohonan dari Ajukan, atau berkasnya terpotong. Kirim ulang berkas itu ke HP ini.',
      'other-version':
        'Salinan ini dibuat versi Ajukan yang lain. Perbarui Ajukan di kedua HP, lalu simpan salinan lagi.',
      'too-large': 'Berkas ini terlalu besar untuk salinan permohonan.',
      'sign-in-needed': 'Salinan ini milik sebuah akun. Masuk dengan akun itu, lalu buka lagi.',
      'other-owner': 'Salinan ini milik akun lain. Hanya akun yang membuatnya bisa mengirim.',
      failed: 'HP ini tidak bisa menyimpannya. Kosongkan penyimpanan, lalu coba lagi.',
    },
    damagedForm: 'Isian di dalam salinan ini rusak atau diubah. Simpan salinan lagi dari HP pertama.',
    damagedPaper: (slot: string): string =>
      `Berkas “${slot}” di dalam salinan ini rusak atau hilang. Simpan salinan lagi dari HP pertama.`,
  },
  actions: {
    fix: 'Perbaiki',
    tryAgain: 'Coba lagi',
    saveCopy: 'Simpan salinan',
    saveCopyHint: 'Salinan berisi data pribadi Anda. Simpan di tempat aman.',
    copySaved: 'Salinan disimpan di folder unduhan',
    copyFailed: 'Salinan tidak bisa dibuat.',
    queued: 'Akan dicoba lagi',
    gone: 'Permohonan ini tidak ada lagi di HP ini.',
    inLine: 'Permohonan ini sedang menunggu dikirim. Tunggu jawaban kantor.',
    cannotReopen: 'Isian ini tidak bisa dibuka lagi. Simpan salinannya.',
  },
};
export type OutboxMessages = typeof outbox;
