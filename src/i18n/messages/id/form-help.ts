/** What the app makes of an answer: fetched with the first field that needs it. */
export const formHelp = {
  filledFromNik: 'Diisi dari NIK. Periksa lagi.',
  nikSays: (date: string, sex: 'L' | 'P'): string =>
    `Menurut NIK: lahir ${date}, ${sex === 'P' ? 'perempuan' : 'laki-laki'}.`,
  nikOdd: 'Susunan angka NIK ini tidak biasa. Cocokkan dengan KTP atau KK. Kalau memang begitu, lanjutkan saja.',
  nikOtherDate: 'Tanggal lahir yang diisi berbeda. Periksa keduanya. Kalau memang begitu, lanjutkan saja.',
  nikOtherSex: 'Jenis kelamin yang diisi berbeda. Periksa keduanya. Kalau memang begitu, lanjutkan saja.',
  nikOtherPerson: (sex: 'L' | 'P'): string =>
    `Ini tampaknya NIK ${sex === 'P' ? 'perempuan' : 'laki-laki'}. Mungkin tertukar? Kalau memang begitu, lanjutkan saja.`,
};
export type FormHelpMessages = typeof formHelp;
