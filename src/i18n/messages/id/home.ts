export const home = {
  greeting: (hour: number): string => {
    if (hour < 10) return 'Selamat pagi';
    if (hour < 15) return 'Selamat siang';
    return hour < 18 ? 'Selamat sore' : 'Selamat malam';
  },
  title: 'Mau mengurus apa?',
  documentTitle: 'Beranda',
  unsent: {
    title: (count: number) => `${count} permohonan belum terkirim`,
    text: 'Masih di HP ini. Kantor belum menerimanya.',
    signIn: 'Masuk supaya bisa dikirim.',
    see: 'Lihat',
    enter: 'Masuk',
  },
  attention: {
    title: (count: number) => `${count} permohonan perlu perhatian`,
    text: 'Tidak bisa dikirim seperti sekarang. Lihat sebabnya.',
    see: 'Lihat sebabnya',
  },
  services: {
    title: 'Layanan',
    kinds: 'Jenis layanan',
    all: 'Semua',
    search: 'Cari layanan',
    searchHint: 'Misalnya: akta, warung',
    found: (count: number) => `${count} layanan`,
    none: (words: string) => `Tidak ada layanan untuk “${words}”`,
    noneHint: 'Coba kata lain, atau lihat semua layanan.',
    showAll: 'Lihat semua layanan',
    free: 'Gratis',
    workingDays: (days: number) => `${days} hari kerja`,
    unconfirmedDays: (days: number) => `± ${days} hari kerja, belum resmi`,
  },
  categories: {
    adminduk: 'KTP, KK, akta, pindah',
    desa: 'Surat desa, kelurahan',
    kecamatan: 'Kecamatan',
    sosial: 'Bantuan sosial',
    pengaduan: 'Pengaduan',
    other: 'Layanan lain',
  },
  catalogue: {
    confirmed: (when: string) => `Daftar layanan diperbarui ${when}`,
    offline: 'Tidak ada internet. Daftar ini mungkin sudah berubah.',
    officeTrouble: 'Kantor belum bisa dihubungi. Daftar ini mungkin sudah berubah.',
    refreshing: 'Memperbarui layanan dan formulir…',
    refresh: 'Perbarui',
    emptyTitle: 'Daftar layanan belum ada di HP ini',
    emptyText: 'Sambungkan ke internet sekali saja. Setelah itu Anda bisa mengisi tanpa internet.',
    emptyOfficeTrouble: 'Kantor belum bisa dihubungi. Coba lagi sebentar lagi.',
    retry: 'Coba lagi',
    failedTitle: 'Daftar layanan tidak bisa dibaca',
  },
};
export type HomeMessages = typeof home;
