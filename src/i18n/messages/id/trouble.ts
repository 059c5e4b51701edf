/** Why the phone could not keep or read something: StoreTrouble. */
export const trouble = {
  quota: 'Penyimpanan HP penuh. Hapus beberapa foto atau aplikasi, lalu coba lagi.',
  closed: 'Penyimpanan HP sedang tidak bisa dibuka. Tutup aplikasi, lalu buka lagi.',
  'newer-data': 'Data ini disimpan oleh versi yang lebih baru. Muat ulang aplikasi saat ada internet.',
  unknown: 'Ada gangguan pada penyimpanan HP. Tutup aplikasi, lalu buka lagi.',
};
export type TroubleMessages = typeof trouble;
