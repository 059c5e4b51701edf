/** Why an application went back or was refused, in short. */
export const reasonCode = {
  unreadable: 'Berkas tidak terbaca',
  mismatch: 'Isian tidak sama dengan dokumen',
  'wrong-paper': 'Berkas bukan yang diminta',
  expired: 'Dokumen sudah tidak berlaku',
  incomplete: 'Belum lengkap',
  'not-served-here': 'Bukan wilayah kantor ini',
  duplicate: 'Sudah diajukan dengan nomor lain',
  'not-eligible': 'Syarat layanan tidak terpenuhi',
  other: 'Alasan lain',
};
export type ReasonCodeMessages = typeof reasonCode;
