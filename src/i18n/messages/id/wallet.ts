export const wallet = {
  kinds: {
    ktp: 'KTP',
    kk: 'Kartu Keluarga (KK)',
    'akta-kelahiran': 'Akta kelahiran',
    'akta-kematian': 'Akta kematian',
    'buku-nikah': 'Buku nikah',
    'pengantar-rt-rw': 'Surat pengantar RT/RW',
    'surat-kehilangan': 'Surat kehilangan',
    'sptjm-perkawinan': 'SPTJM perkawinan',
    'foto-rumah': 'Foto rumah',
  },
  /** A paper that a newer version has a name for. */
  otherKind: 'Berkas lain',
  title: 'Berkas Saya',
  added: (whose: string, date: string): string =>
    whose === '' ? `Ditambahkan ${date}` : `${whose} · ditambahkan ${date}`,
  validUntil: (date: string): string => `Berlaku sampai ${date}`,
  age: { old: 'Sudah lebih dari setahun', expired: 'Lewat masa berlaku' },
  use: (kind: string): string => `Pakai ${kind} yang tersimpan`,
  useMore: (count: number): string => `Tampilkan ${count} lagi`,
  keep: (kind: string): string => `Simpan ${kind} untuk permohonan berikutnya`,
  keepHint: 'Tersimpan di HP ini saja, di Berkas Saya. Tidak dikirim sebelum Anda memakainya.',
  keepShared: 'Anda belum masuk: siapa pun yang memakai HP ini bisa melihatnya.',
  kept: 'Tersimpan di Berkas Saya',
  keptNow: 'Tersimpan di Berkas Saya. Lain kali tidak perlu difoto lagi.',
  notKept: 'Berkas tidak bisa disimpan',
  gone: 'Berkas ini sudah tidak ada.',
};
export type WalletMessages = typeof wallet;
