/** The office has no more what it once took, and this phone can't give it again. */
export const forgotten = {
  title: 'Tidak ada lagi di kantor',
  lost: (number: string | null): string =>
    `Kantor menjawab bahwa permohonan ${number === null ? 'ini' : `No. ${number}`} tidak ada lagi di sana. Isian lengkapnya juga tidak ada lagi di HP ini, jadi tidak bisa dikirim ulang.`,
  proof: 'Tanda terimanya masih ada di HP ini. Itu bukti bahwa kantor pernah menerimanya.',
  kept: {
    revision:
      'Perbaikan Anda tersimpan utuh di HP ini. Kalau kantor menemukan permohonannya lagi, perbaikan dikirim sendiri.',
    withdrawal: 'Kalau kantor menemukan permohonannya lagi, pembatalan Anda dikirim sendiri.',
  },
  callOffice: 'Hubungi kantor dan sebutkan nomor itu.',
  callOfficeWithReceipt: 'Hubungi kantor dan tunjukkan tanda terimanya.',
  orNew: 'Atau kirim perbaikan ini sebagai permohonan baru. Berkas yang tidak ada di HP ini perlu difoto lagi.',
  receipt: 'Buka tanda terima',
  asNew: 'Jadikan permohonan baru',
  close: 'Tutup pembatalan',
  closed: 'Pembatalan ditutup.',
};
export type ForgottenMessages = typeof forgotten;
