/** The map under a question about a place. */
export const map = {
  title: 'Pilih di peta',
  label: 'Peta',
  opening: 'Membuka peta…',
  hint: 'Geser peta sampai tanda di tengah menunjuk tempatnya.',
  keyHint: 'Dengan papan ketik: tombol panah menggeser peta, tombol tambah dan kurang mengatur jaraknya.',
  nearer: 'Perbesar',
  further: 'Perkecil',
  metres: (metres: string): string => `${metres} m`,
  kilometres: (kilometres: string): string => `${kilometres} km`,
  use: 'Pakai titik ini',
  noPicture: 'Gambar peta bagian ini belum ada di HP. Kotak-kotak ini berskala sama, jadi titik tetap bisa digeser.',
  noMap: 'Kantor ini belum menyediakan peta. Kotak-kotak ini berskala sama, jadi titik tetap bisa digeser.',
  grid: (length: string): string => `Satu kotak: ${length}.`,
  area: 'Desa atau kelurahan yang Anda pilih:',
  nothing: 'Peta belum bisa dibuka di HP ini.',
  nothingText:
    'Pakai lokasi HP ini atau tempel titik dari aplikasi peta. Boleh juga cukup pilih desa atau kelurahannya.',
};
export type MapMessages = typeof map;
