/** Looking at a paper that is attached. */
export const paperViewer = {
  close: 'Tutup',
  zoomIn: 'Perbesar',
  zoomOut: 'Kecilkan',
  before: 'Sebelumnya',
  after: 'Berikutnya',
  page: (at: number, of: number): string => `Halaman ${at} dari ${of}`,
  picture: 'Gambar berkas ini',
  opening: 'Membuka…',
  signalNeeded: 'Untuk melihat PDF di sini, perlu internet sekali saja. Berkas Anda aman tersimpan.',
  again: 'Coba lagi',
  unreadable: 'Tidak bisa ditampilkan di sini. Berkas Anda aman tersimpan.',
};
export type PaperViewerMessages = typeof paperViewer;
