/** Before Kirim: what this phone has of the same person for the same service. */
export const sameRunning = {
  title: 'Anda sudah mengajukan layanan ini',
  resident: 'Layanan ini sudah diajukan untuk warga ini',
  text: (when: string, number: string | null): string =>
    `${when}${number === null ? ', masih di HP ini' : ` · No. ${number}`}. Belum selesai. Untuk hal lain, kirim saja.`,
  see: 'Lihat yang sudah ada',
};
export type SameRunningMessages = typeof sameRunning;
