export const sealing = {
  title: 'Tersegel',
  /** The name is masked: "S••• A•••". */
  forWhom: (maskedName: string): string => `Untuk ${maskedName}.`,
  text: 'Hanya kantor yang bisa membukanya. Isian dan foto tidak bisa dilihat atau diubah lagi di HP ini.',
  notYetTitle: 'Belum tersegel',
  notYet:
    'Kantor hanya menerima yang tersegel, dan kuncinya belum ada di HP ini. Begitu ada sinyal dan Ajukan terbuka, permohonan disegel lalu dikirim.',
  refill: {
    action: 'Isi ulang',
    withdraw: 'Tarik & isi ulang',
    title: 'Isi formulir dari awal?',
    text: 'Segelnya tidak bisa dibuka di HP ini. Permohonan ini dihapus dari HP, dan formulir kosong dibuka untuk diisi lagi.',
    started: 'Formulir baru dibuka. Isi sekali lagi.',
    keep: 'Batal',
  },
  beforeKirim:
    'Setelah Kirim, isian dan foto disegel: hanya kantor yang bisa membukanya, dan tidak bisa ditarik untuk diubah.',
  choice: {
    title: 'Setelah Kirim',
    names: {
      open: 'Masih bisa dibaca dan ditarik di HP ini',
      sealed: 'Segel: hanya kantor yang bisa membuka',
    },
    text: 'Pilih segel bila HP ini dipakai bersama. Isian tersegel tidak bisa diubah atau dipakai lagi.',
    required: 'Kantor ini meminta semua permohonan disegel saat Kirim. Hanya kantor yang bisa membukanya.',
  },
};
export type SealingMessages = typeof sealing;
