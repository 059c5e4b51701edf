/** What the start found in the phone's store, when it is not what should be there: VaultState. */
export const incident = {
  lost: {
    title: 'Data di HP ini hilang',
    known: (applications: number): string =>
      `HP ini pernah menyimpan ${applications} permohonan. Sekarang tidak ada lagi.`,
    waiting: (count: number): string => `${count} di antaranya belum terkirim ke kantor, jadi perlu diisi lagi.`,
    noneWaiting: 'Semuanya sudah sampai di kantor sebelum hilang.',
    why: 'Biasanya karena data browser dihapus, atau penyimpanan HP penuh.',
    safe: 'Yang sudah diterima kantor tetap ada di kantor. Tanyakan dengan nomor registrasi Anda.',
    understood: 'Saya mengerti, lanjutkan',
  },
  ordered: {
    title: { wiped: 'Isi HP ini sudah dihapus', 'signed-out': 'HP ini sudah dikeluarkan' },
    person: (when: string): string => `Diminta pemilik akun dari HP lain, ${when}.`,
    office: (when: string): string => `Diminta kantor, ${when}.`,
    deleted: (drafts: number, applications: number): string =>
      `Yang dihapus dari HP ini: ${drafts} isian dan ${applications} permohonan, beserta foto dan berkasnya.`,
    nothingDeleted: 'Tidak ada yang dihapus. Masuk lagi untuk melanjutkan.',
    neverSent: (count: number): string => `${count} permohonan di antaranya belum sampai di kantor. Perlu diisi lagi.`,
    keptSealed: (count: number): string =>
      `${count} permohonan tersegel tetap di sini. Tidak ada yang bisa membacanya, dan masih bisa dikirim.`,
    safe: 'Yang sudah diterima kantor tetap ada di kantor.',
    question: 'Bukan Anda yang meminta? Hubungi kantor.',
    understood: 'Saya mengerti',
  },
  numbersLost: {
    title: 'Ada permohonan yang hilang',
    text: (numbers: string): string =>
      `Nomor ${numbers} dari HP ini tidak sampai di kantor dan tidak ada lagi di HP ini.`,
    why: 'Biasanya karena data browser dihapus, atau penyimpanan HP penuh. Kantor sudah diberi tahu.',
    how: 'Bila ada permohonan yang belum punya nomor registrasi, isi lagi.',
    understood: 'Saya mengerti, lanjutkan',
  },
  newerData: {
    title: 'Muat ulang aplikasi ini',
    text: 'Data di HP ini disimpan oleh versi yang lebih baru. Versi lama ini tidak mengubah apa pun.',
    how: 'Sambungkan ke internet, tutup semua tab Ajukan, lalu muat ulang.',
    reload: 'Muat ulang',
  },
  copies: {
    title: (count: number): string => `${count} permohonan belum terkirim`,
    hint: 'Tetap tersimpan di HP ini. Salinan berisi data pribadi Anda, simpan di tempat aman.',
    save: 'Simpan salinan',
    more: 'Tampilkan lagi',
  },
  blocked: {
    title: 'Tutup tab Ajukan yang lain',
    text: 'Ajukan sudah diperbarui, tetapi versi lama masih terbuka di tab lain.',
    how: 'Tutup tab itu. Halaman ini lanjut sendiri, dan tidak ada isian yang hilang.',
  },
  unavailable: {
    title: 'Penyimpanan HP tidak bisa dibuka',
    text: 'Ajukan perlu menyimpan isian di HP ini. Sekarang tidak bisa, jadi lebih baik jangan mengisi dulu.',
    hints: [
      'Tutup jendela penyamaran (mode pribadi), lalu buka Ajukan di jendela biasa.',
      'Hapus beberapa foto atau aplikasi bila penyimpanan HP penuh.',
      'Tutup aplikasi, lalu buka lagi.',
    ],
    reload: 'Coba lagi',
  },
};
export type IncidentMessages = typeof incident;
