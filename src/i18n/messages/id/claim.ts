/** An application that a field officer put in, and the person whose it may be. */
export const claim = {
  title: 'Apakah ini milik Anda?',
  text: 'Petugas memasukkan permohonan ini dengan nomor HP Anda.',
  number: 'Nomor registrasi',
  received: 'Diterima',
  office: 'Kantor',
  levels: { desa: 'Kantor desa atau kelurahan', kecamatan: 'Kantor kecamatan', dinas: 'Kantor kabupaten' },
  yes: 'Ya, ini milik saya',
  later: 'Bukan sekarang',
  digits: 'Empat angka terakhir NIK pemohon',
  digitsHint: 'Supaya tidak tertukar dengan anggota keluarga yang memakai nomor HP yang sama.',
  digitsMissing: 'Isi empat angka.',
  confirm: 'Simpan di daftar saya',
  done: 'Permohonan ini sekarang ada di daftar Anda',
  takenOver: {
    title: 'Sudah dipegang warga',
    text: (when: string): string =>
      `Warga menyimpan permohonan ini di akunnya sendiri pada ${when}. Anda tetap bisa melihat kabarnya di sini.`,
  },
  refused: {
    'wrong-digits':
      'Angkanya tidak cocok. Lihat lagi KTP pemohon. Setelah lima kali keliru, hanya kantor yang bisa membantu.',
    closed: 'Sudah terlalu sering keliru. Datang ke kantor dengan KTP pemohon. Permohonannya tetap diproses.',
    gone: 'Permohonan ini tidak ditawarkan lagi, mungkin sudah diambil pemiliknya.',
    'sign-in-needed': 'Masuk lagi dengan nomor HP Anda, lalu ulangi.',
    'no-connection': 'Kantor belum bisa dihubungi. Coba lagi saat ada internet.',
    'on-other-account':
      'Sudah menjadi milik Anda. Di HP ini permohonan itu tersimpan pada akun petugas; buka Ajukan di HP Anda sendiri.',
    failed: 'Sudah menjadi milik Anda, tetapi HP ini belum bisa menyimpannya. Coba lagi.',
  },
};
export type ClaimMessages = typeof claim;
