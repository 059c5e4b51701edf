/** Why an application is not at the office yet: DeliveryProblem. `short` goes in a list, `text` says what to do. */
export const deliveryProblem = {
  'no-connection': { short: 'Menunggu sinyal', text: 'Belum ada internet yang bisa dipakai.' },
  'captive-portal': {
    short: 'WiFi minta masuk dulu',
    text: 'WiFi ini meminta Anda masuk atau menyetujui sesuatu. Buka halaman masuk WiFi, atau pakai data seluler.',
  },
  'office-trouble': {
    short: 'Kantor sedang gangguan',
    text: 'Sistem kantor sedang gangguan. Anda tidak perlu berbuat apa-apa.',
  },
  'office-busy': {
    short: 'Kantor sedang ramai',
    text: 'Sistem kantor sedang ramai. Anda tidak perlu berbuat apa-apa.',
  },
  refused: { short: 'Kantor menolak isian', text: 'Kantor tidak bisa menerima isian ini. Perbaiki, lalu kirim lagi.' },
  'content-conflict': {
    short: 'Isian berbeda',
    text: 'Kantor sudah punya permohonan ini dengan isian lain. Perbaiki untuk mengirimnya sebagai permohonan baru.',
  },
  'changed-since': {
    short: 'Berubah di kantor',
    text: 'Kantor sudah mengubah permohonan ini lebih dulu. Tidak ada yang ditimpa, dan isian Anda masih di HP ini.',
  },
  'not-possible-now': {
    short: 'Tidak bisa lagi',
    text: 'Permohonan ini sudah melangkah di kantor, jadi perubahan Anda tidak bisa diterima. Isian Anda masih di HP ini.',
  },
  'file-refused': {
    short: 'Kantor menolak satu berkas',
    text: 'Kantor tidak bisa menerima salah satu berkas. Perbaiki, lalu ganti berkas itu.',
  },
  'file-damaged': {
    short: 'Satu berkas rusak di HP',
    text: 'Salah satu berkas rusak atau hilang dari HP ini. Perbaiki, lalu ambil foto lagi.',
  },
  'file-corrupted-on-the-way': {
    short: 'Berkas rusak di jalan',
    text: 'Salah satu berkas berulang kali rusak saat dikirim. Coba lagi dengan sambungan lain.',
  },
  'app-too-old': {
    short: 'Aplikasi perlu versi baru',
    text: 'Kantor memerlukan versi baru aplikasi ini. Muat ulang aplikasi saat ada internet, lalu coba lagi.',
  },
  'seal-needed': {
    short: 'Menunggu segel',
    text: 'Kantor hanya menerima yang tersegel. Ajukan menyegelnya begitu terbuka dan ada sinyal. Anda tidak perlu berbuat apa-apa.',
  },
  erased: {
    short: 'Sudah dihapus',
    text: 'Kantor sudah menghapus permohonan ini atas permintaan Anda, dan tidak menerimanya lagi.',
  },
  forgotten: { short: 'Tidak ada lagi di kantor', text: 'Kantor tidak lagi punya permohonan ini.' },
  officeSays: 'Kata kantor:',
  whichFile: 'Berkas:',
};
export type DeliveryProblemMessages = typeof deliveryProblem;
