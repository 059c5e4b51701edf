/** A signature written on the screen. It is a picture, and is never called an official electronic signature. */
export const signature = {
  ways: 'Tulis tanda tangan di layar, atau ambil foto tanda tangan di atas kertas.',
  sign: 'Tanda tangan di layar',
  again: 'Ulangi tanda tangan di layar',
  title: 'Tanda tangan di layar',
  hint: 'Tulis tanda tangan Anda di kotak putih dengan jari. HP boleh direbahkan supaya lebih lebar.',
  pad: (lines: number): string =>
    lines === 0 ? 'Kotak tanda tangan, masih kosong' : `Kotak tanda tangan, ${lines} goresan`,
  undo: 'Batalkan goresan',
  clear: 'Hapus semua',
  use: 'Pakai tanda tangan ini',
  busy: 'Menyimpan…',
  tooShort: 'Goresannya masih terlalu pendek. Tulis tanda tangan seperti biasa, ya.',
  failed: 'Gambar tanda tangan belum bisa dibuat di HP ini.',
  otherwise: 'Sulit menulis di layar? Tutup ini, lalu ambil foto tanda tangan di atas kertas.',
  notOfficial: 'Ini gambar tulisan tangan Anda, bukan tanda tangan elektronik tersertifikasi.',
};
export type SignatureMessages = typeof signature;
