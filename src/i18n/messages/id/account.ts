export const account = {
  title: 'Akun',
  wallet: 'Berkas Saya',
  walletHint: 'KTP, KK, dan surat lain yang tersimpan di HP ini',
  settings: 'Pengaturan',
  settingsHint: 'Bahasa, tampilan, penyimpanan HP, privasi',
  failedTitle: 'Akun tidak bisa dibaca',
  signIn: {
    lead: 'Mengisi dan menyimpan bisa tanpa masuk. Masuk diperlukan untuk mengirim ke kantor.',
    waiting: (count: number): string => `${count} permohonan menunggu Anda masuk`,
    waitingText: 'Masih di HP ini. Setelah Anda masuk, aplikasi mengirimnya.',
    login: 'Nomor HP',
    code: 'Kode masuk',
    codeHint: '6 angka',
    submit: 'Masuk',
    busy: 'Sedang masuk',
    loginMissing: 'Isi nomor HP Anda.',
    codeMissing: 'Kode masuk harus 6 angka.',
    wrong: 'Nomor HP atau kode masuk tidak cocok. Periksa lagi.',
    noConnection:
      'Kantor belum bisa dihubungi. Isian dan permohonan Anda tetap aman di HP ini. Coba lagi saat ada internet.',
    tooBusy: (minutes: number): string => `Terlalu sering dicoba. Coba lagi dalam ${minutes} menit.`,
    done: 'Anda sudah masuk',
  },
  trouble: {
    'in-use':
      'Aplikasi sedang mengirim di tab lain atau di latar belakang. Tidak ada yang hilang. Tunggu sebentar, lalu coba lagi.',
    'not-stored':
      'HP ini tidak bisa menyimpan sekarang, mungkin karena penyimpanannya penuh. Tidak ada yang hilang. Hapus beberapa foto, atau tutup lalu buka lagi aplikasi.',
  },
  ended: {
    title: 'Masuk lagi',
    text: 'Kantor perlu memastikan lagi siapa Anda. Tidak ada yang hilang. Masuk lagi supaya bisa dikirim.',
  },
  signedIn: {
    as: 'Masuk sebagai',
    waiting: (count: number): string => `${count} permohonan belum terkirim`,
    waitingText: 'Masih di HP ini. Aplikasi mengirimnya sendiri saat ada internet.',
    back: 'Ke permohonan saya',
    signOut: 'Keluar',
    confirmTitle: 'Keluar dari akun ini?',
    kept: (count: number): string => `${count} permohonan belum terkirim tetap tersimpan di HP ini`,
    keptText: 'Permohonan itu dikirim setelah Anda masuk lagi dengan akun ini.',
    nothingWaiting: 'Tidak ada permohonan yang belum terkirim.',
    unknown: 'Yang belum terkirim tetap tersimpan di HP ini.',
    confirm: 'Keluar',
    cancel: 'Tetap masuk',
    done: 'Anda sudah keluar',
  },
  others: (count: number): string => `${count} permohonan akun lain menunggu di HP ini`,
  othersText: 'Masuk dengan akun itu untuk mengirimnya.',
  privacy: {
    title: 'Data Anda',
    text: 'Isian, foto, dan permohonan disimpan di HP ini. Kantor menerimanya hanya setelah Anda menekan Kirim.',
  },
};
export type AccountMessages = typeof account;
