export const settings = {
  title: 'Pengaturan',
  language: { title: 'Bahasa', names: { id: 'Bahasa Indonesia', en: 'English' } },
  theme: { title: 'Tampilan', names: { system: 'Ikut HP', light: 'Terang', dark: 'Gelap' } },
  storage: {
    title: 'Penyimpanan HP',
    used: (used: string, quota: string): string => `Terpakai ${used} dari ${quota}`,
    usedOnly: (used: string): string => `Terpakai ${used}`,
    unknown: 'Browser ini tidak memberi tahu berapa yang terpakai.',
    persisted: 'Browser berjanji tidak menghapus data Ajukan dengan sendirinya.',
    notPersisted: 'Browser boleh menghapus data Ajukan bila penyimpanan HP penuh.',
    ask: 'Minta data dijaga',
    granted: 'Data Ajukan sekarang dijaga',
    refused: 'Browser belum mau berjanji. Pasang Ajukan di HP, lalu coba lagi.',
  },
  install: { title: 'Pasang di HP', text: 'Lebih cepat dibuka, juga tanpa internet.', action: 'Pasang' },
  privacy: {
    title: 'Privasi',
    points: [
      'Isian dan foto yang belum dikirim hanya ada di HP ini.',
      'Setelah Anda menekan Kirim, isian dan foto dikirim ke kantor. Salinannya tetap di HP ini.',
      'Orang lain yang memakai HP ini bisa membuka isian yang dibuat tanpa masuk.',
      'Keluar dari akun tidak menghapus permohonan yang belum terkirim.',
      'Menghapus data browser menghapus semua yang ada di HP ini, juga yang belum terkirim.',
    ],
  },
  version: { title: 'Versi', text: (version: string): string => `Ajukan ${version}` },
};
export type SettingsMessages = typeof settings;
