/** Why a file can't be attached, and what to do: AttachRefusal. `limit` is a size in words, "10 MB". */
export const attachRefusal = {
  empty: (): string => 'Berkas ini kosong. Pilih berkas lain, atau ambil foto lagi.',
  'too-large': (limit: string | null): string =>
    limit === null
      ? 'Berkas ini terlalu besar. Pilih yang lebih kecil.'
      : `Berkas ini terlalu besar. Paling besar ${limit}.`,
  'not-accepted': (photo: boolean, pdf: boolean): string => {
    if (!pdf) return 'Jenis berkas ini tidak diterima. Ambil foto, atau pilih foto dari HP.';
    return `Jenis berkas ini tidak diterima. ${photo ? 'Ambil foto, atau pilih' : 'Pilih'} berkas PDF.`;
  },
  unreadable: (): string => 'Berkas ini tidak bisa dibaca. Pilih lagi, atau ambil foto baru.',
  'too-many': (): string => 'Berkas untuk persyaratan ini sudah cukup. Hapus satu untuk menggantinya.',
  heic: (): string =>
    'Foto HEIC tidak bisa dibuka di sini. Ambil foto lewat tombol Ambil foto. Atau pilih foto lewat Galeri atau Foto di HP, bukan lewat File.',
  'pdf-locked': (): string =>
    'PDF ini dikunci. Buka di HP Anda, pilih Cetak, lalu Simpan sebagai PDF, dan pilih PDF yang baru. Atau foto kertasnya.',
  'pdf-broken': (): string =>
    'PDF ini rusak atau tidak lengkap, jadi kantor tidak bisa membukanya. Unduh atau simpan sekali lagi, lalu pilih lagi. Atau foto kertasnya.',
  'pdf-active': (): string =>
    'PDF ini berisi program atau berkas lain, dan itu tidak diterima. Buka di HP Anda, pilih Cetak, lalu Simpan sebagai PDF. Atau foto kertasnya.',
  'draft-gone': (): string => 'Isian ini sudah dihapus atau sudah dikirim.',
  'replaced-gone': (): string => 'Berkas yang mau diganti sudah tidak ada. Yang baru tidak disimpan.',
};
export type AttachRefusalMessages = typeof attachRefusal;
