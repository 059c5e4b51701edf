/** Why a whole paper, with the bytes that were announced, is not taken. */
export type PaperRefusal =
  /** Can't be opened to its last line: damaged, cut off, or put together as no camera does. */
  | 'image-broken'
  /** More pixels than anybody needs to read a paper, and than a small computer can hold. */
  | 'image-too-many-pixels'
  /** Encrypted, with or without a password to open it. */
  | 'pdf-locked'
  | 'pdf-broken'
  /** Has scripts, starts programs, or carries other files. */
  | 'pdf-active'
  /** The scanner for viruses knows something in it. */
  | 'infected';

export const paperRefusals: readonly PaperRefusal[] = [
  'image-broken',
  'image-too-many-pixels',
  'pdf-locked',
  'pdf-broken',
  'pdf-active',
  'infected',
];

/** What the person reads on that paper. */
export const refusalDetails: Readonly<Record<PaperRefusal, string>> = {
  'image-broken': 'Foto ini rusak atau terpotong. Ambil foto lagi.',
  'image-too-many-pixels': 'Foto ini terlalu besar (lebih dari 40 megapiksel). Ambil foto dengan kamera HP biasa.',
  'pdf-locked': 'PDF ini terkunci kata sandi. Simpan ulang tanpa kata sandi, atau foto berkasnya.',
  'pdf-broken': 'PDF ini rusak atau terpotong. Simpan ulang, atau foto berkasnya.',
  'pdf-active': 'PDF ini berisi program atau berkas lain. Cetak ulang ke PDF, atau foto berkasnya.',
  infected: 'Berkas ini berisi virus. Jangan kirim lagi; foto berkas aslinya.',
};
