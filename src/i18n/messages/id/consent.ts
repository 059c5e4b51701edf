/**
 * What a resident agrees to. Its words are fixed by `consentTextVersion` (domain/resident/consent.ts), which goes to the
 * office with every consent: change both together.
 */
export const consent = {
  title: 'Persetujuan warga',
  lead: (name: string): string => `Bacakan ini kepada ${name}, atau serahkan HP supaya dibaca sendiri.`,
  statement: (parts: { officer: string; service: string; office: string }): readonly string[] => [
    `Saya mengizinkan ${parts.officer} mengisi dan mengirim permohonan ${parts.service} atas nama saya.`,
    `Yang dikirim: isian formulir, berkas yang diminta, dan persetujuan ini. Penerimanya: ${parts.office}.`,
    'Data saya dipakai hanya untuk permohonan ini. Di HP petugas, isian dan foto dihapus tujuh hari setelah diterima kantor. Kantor menyimpannya selama aturan arsip meminta.',
    'Persetujuan ini boleh saya cabut kapan saja lewat petugas atau kantor. Yang belum dikirim tidak jadi dikirim.',
  ],
  how: 'Cara warga menyetujui',
  methods: {
    signature: { label: 'Tanda tangan di layar', note: 'Dengan jari, di HP ini.' },
    'signed-paper': { label: 'Foto pernyataan di kertas', note: 'Sudah ditandatangani atau dicap jempol.' },
    spoken: { label: 'Lisan di depan saksi', note: 'Bila warga tidak bisa menulis atau memberi cap jempol.' },
  },
  take: 'Ambil foto',
  pick: 'Pilih foto',
  chosen: (name: string): string => `Foto dipilih: ${name}`,
  witness: 'Nama saksi',
  witnessHelp: 'Orang lain yang ikut mendengar, bukan Anda.',
  witnessMissing: 'Tulis nama saksinya.',
  pictureMissing: 'Ambil foto pernyataannya dulu.',
  give: 'Warga setuju, lanjut',
  busy: 'Menyimpan persetujuan…',
  notStored: 'Persetujuan belum tersimpan',
  unknownService: 'Formulir layanan ini belum ada di HP. Buka Beranda saat ada internet, lalu coba lagi.',
};
export type ConsentMessages = typeof consent;
