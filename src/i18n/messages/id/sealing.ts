export const sealing = {
  title: 'Tersegel',
  /** The name is masked: "S••• A•••". */
  forWhom: (maskedName: string): string => `Untuk ${maskedName}.`,
  text: 'Hanya kantor yang bisa membukanya. Isian dan foto tidak bisa dilihat atau diubah lagi di HP ini.',
  /** Of one that the office gave back. */
  cameBack:
    'Kantor mengembalikan isiannya supaya bisa diperbaiki. Isian itu ada di HP ini, tanpa fotonya, sampai perbaikan dikirim.',
  notYetTitle: 'Belum tersegel',
  notYet:
    'Permohonan ini dikirim setelah disegel. Itu terjadi begitu ada sinyal dan Ajukan terbuka. Anda tidak perlu berbuat apa-apa.',
  /** What can be done about one that can't be opened again here; in place of the words for those that can. */
  problems: {
    refused: 'Kantor tidak bisa menerima isian ini. Isi ulang formulirnya, lalu kirim lagi.',
    'content-conflict':
      'Kantor sudah punya permohonan ini dengan isian lain. Isi ulang untuk mengirimnya sebagai permohonan baru.',
    'file-refused':
      'Kantor tidak bisa menerima salah satu berkas. Isi ulang formulirnya dengan berkas lain, lalu kirim lagi.',
    'file-damaged': 'Salah satu berkas rusak atau hilang dari HP ini. Isi ulang formulirnya, lalu ambil foto lagi.',
  },
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
  laterThanKirim:
    'Begitu ada sinyal, isian dan foto disegel lalu dikirim: hanya kantor yang bisa membukanya. Sebelum itu masih bisa ditarik untuk diubah.',
  choice: {
    title: 'Setelah Kirim',
    names: {
      open: 'Masih bisa dibaca dan ditarik di HP ini',
      sealed: 'Segel: hanya kantor yang bisa membuka',
    },
    text: 'Pilih segel bila HP ini dipakai bersama. Isian tersegel tidak bisa diubah atau dipakai lagi.',
    comesBack:
      'Kalau kantor mengembalikannya untuk diperbaiki, isiannya ada lagi di HP ini, tanpa fotonya, sampai perbaikan dikirim. Kunci aplikasi menutupnya.',
    required: 'Kantor ini meminta semua permohonan disegel saat Kirim. Hanya kantor yang bisa membukanya.',
  },
};
export type SealingMessages = typeof sealing;
