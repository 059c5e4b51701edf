/** Whether a document is an office's, by its number. */
export const issued = {
  title: 'Periksa nomor dokumen',
  field: 'Nomor dokumen',
  hint: 'Nomor yang tertulis pada surat dari kantor. Perlu internet.',
  ask: 'Periksa nomor',
  asking: 'Bertanya ke kantor…',
  foundTitle: 'Nomor ini tercatat di kantor',
  number: 'Nomor dokumen',
  service: 'Layanan',
  office: 'Kantor',
  levels: { desa: 'Kantor desa atau kelurahan', kecamatan: 'Kantor kecamatan', dinas: 'Kantor kabupaten' },
  day: 'Tanggal diberikan',
  compare: 'Cocokkan dengan yang tertulis pada surat. Nama dan isinya tidak ditampilkan di sini.',
  unknownTitle: 'Nomor tidak ditemukan',
  unknownText:
    'Tidak ada dokumen dengan nomor ini yang diberikan lewat Ajukan. Periksa tulisannya, atau tanyakan ke kantor.',
  busyTitle: 'Terlalu sering dicoba',
  busyText: 'Tunggu sebentar, lalu coba lagi.',
  signalTitle: 'Perlu internet',
  signalText: 'Kantor belum bisa dihubungi, jadi nomor ini belum diperiksa. Coba lagi saat ada internet.',
  notLoaded: 'Bagian ini belum ada di HP. Buka sekali saat ada internet.',
};
export type IssuedMessages = typeof issued;
