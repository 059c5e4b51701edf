/** What may be hard to read in a photographed paper, and what to do: PaperDoubt. Numbers are whole. */
export const paperDoubts = {
  title: 'Foto sudah tersimpan, tetapi mungkin sulit dibaca',
  titleOf: (name: string): string => `Mungkin sulit dibaca: ${name}`,
  dark: (brightness: number): string =>
    `Foto ini gelap: terangnya hanya ${brightness} dari 100. Foto lagi di tempat yang lebih terang.`,
  washedOut: (percent: number): string =>
    `Foto ini terlalu terang: ${percent} dari 100 bagian menjadi putih polos. Matikan lampu kilat, lalu foto lagi.`,
  glare: (percent: number): string =>
    `Ada pantulan cahaya yang menutupi ${percent} dari 100 bagian foto. Geser sedikit kertas atau lampunya, lalu foto lagi.`,
  blurred: (): string =>
    'Foto ini buram: huruf kecil mungkin tak terbaca petugas. Pegang HP dengan mantap, ketuk kertas di layar kamera, lalu foto lagi.',
  small: (pixels: string): string =>
    `Foto ini kecil: sisi panjangnya ${pixels} titik. Ambil foto baru dari dekat, atau pilih foto aslinya.`,
  cutOff: (sides: string): string =>
    `Kertas terpotong di sisi ${sides}. Mundur sedikit sampai seluruh kertas terlihat, lalu foto lagi.`,
  sides: { top: 'atas', right: 'kanan', bottom: 'bawah', left: 'kiri' },
  retake: 'Foto ulang',
  retakeOf: (name: string): string => `Foto ulang: ${name}`,
  keep: 'Pakai saja',
  keepOf: (name: string): string => `Pakai saja: ${name}`,
  keepFailed: 'Pilihan ini belum tersimpan. Coba lagi.',
};
export type PaperDoubtsMessages = typeof paperDoubts;
