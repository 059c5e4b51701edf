export const shell = {
  appName: 'Ajukan',
  back: 'Kembali',
  close: 'Tutup',
  loading: 'Memuat',
  part: { missing: 'Bagian ini belum bisa dibuka', hint: 'Sambungkan ke internet.', again: 'Coba lagi' },
  skipToContent: 'Langsung ke isi',
  nav: { label: 'Menu utama', home: 'Beranda', applications: 'Permohonan saya', account: 'Akun' },
  unsentCount: (count: number) => `${count} belum terkirim`,
  newsCount: (count: number) => `${count} kabar baru`,
  privateWindow: 'Mode penyamaran: semua isian hilang saat jendela ini ditutup. Buka Ajukan di jendela biasa.',
  offline: 'Tidak ada internet.',
  offlineHint: 'Anda tetap bisa mengisi dan menyimpan.',
  update: {
    title: 'Versi baru siap',
    text: 'Isian Anda tidak hilang.',
    apply: 'Pakai sekarang',
  },
  notFound: {
    title: 'Halaman tidak ada',
    text: 'Alamat ini salah atau sudah tidak dipakai.',
    home: 'Ke Beranda',
  },
  crash: {
    title: 'Layar ini tidak bisa dibuka',
    text: 'Isian dan permohonan yang sudah disimpan tidak hilang.',
    hint: 'Muat ulang aplikasi. Bila masih sama, coba lagi saat ada internet.',
    reload: 'Muat ulang',
    home: 'Ke Beranda',
  },
};
export type ShellMessages = typeof shell;
