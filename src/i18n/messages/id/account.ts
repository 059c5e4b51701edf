export const account = {
  title: 'Akun',
  lead: 'Mengisi dan menyimpan tidak perlu masuk. Masuk hanya untuk mengirim.',
  login: 'Nomor HP',
  loginHint: 'Contoh: 0812 0000 0000',
  code: 'Kode masuk',
  codeHint: '6 angka dari kantor',
  enter: 'Masuk',
  wrong: 'Nomor HP atau kode belum benar. Periksa lagi.',
  noConnection: 'Belum ada internet. Anda tetap bisa mengisi; masuk lagi nanti untuk mengirim.',
  busy: (when: string): string => `Terlalu banyak percobaan. Coba lagi ${when}.`,
  waiting: (count: number): string => `${count} permohonan menunggu Anda masuk.`,
  signedInAs: (name: string): string => `Masuk sebagai ${name}`,
  signOut: 'Keluar',
  signOutTitle: 'Keluar dari akun ini?',
  signOutText: 'Permohonan tidak terlihat lagi di HP ini sampai Anda masuk lagi.',
  signOutUnsent: (count: number): string =>
    `${count} permohonan belum terkirim tetap tersimpan di HP, dan dikirim setelah Anda masuk lagi.`,
  stay: 'Batal',
  others: (count: number): string => `${count} permohonan akun lain di HP ini masih menunggu.`,
  applications: 'Permohonan saya',
  settings: 'Pengaturan',
};
export type AccountMessages = typeof account;
