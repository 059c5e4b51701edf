/** An application that the office gave back, and what its person changes of it. */
export const repair = {
  title: 'Yang perlu diperbaiki',
  lead: 'Petugas menandai yang di bawah ini. Yang lain sudah benar dan tidak perlu diisi lagi.',
  leadNone: 'Petugas tidak menandai bagian tertentu. Baca alasannya, lalu perbaiki.',
  action: 'Perbaiki',
  goOn: 'Lanjutkan perbaikan',
  sameNumber: 'Nomor registrasinya tetap sama.',
  noLongerAsked: 'Bagian yang sudah tidak ada di formulir',
  refusals: {
    'not-returned': 'Permohonan ini tidak sedang menunggu perbaikan. Lihat kabar terakhirnya.',
    'signal-needed': 'Isiannya harus diambil dari kantor dulu. Coba lagi saat HP tersambung.',
    'unknown-service': 'Formulir layanan ini belum ada di HP. Coba lagi saat HP tersambung.',
    'not-here': 'Bagian ini belum ada di HP. Coba lagi saat HP tersambung.',
  },
  underWay: {
    revision: {
      waiting: 'Perbaikan tersimpan di HP ini',
      'needs-person': 'Perbaikan perlu perhatian',
      delivered: 'Perbaikan sudah diterima kantor',
    },
    withdrawal: {
      waiting: 'Pembatalan tersimpan di HP ini',
      'needs-person': 'Pembatalan perlu perhatian',
      delivered: 'Pembatalan sudah diterima kantor',
    },
    open: 'Lihat',
  },
  about: {
    revision: (number: string): string => `Ini perbaikan untuk permohonan No. ${number}.`,
    withdrawal: (number: string): string => `Ini pembatalan permohonan No. ${number}.`,
    open: 'Buka permohonannya',
  },
  conflict: {
    now: (status: string): string => `Kata kantor sekarang: ${status}.`,
    yours: 'Isian Anda tersimpan utuh di HP ini. Tidak ada yang ditimpa.',
    again: 'Buka isian saya, cocokkan dengan kabar kantor, lalu kirim lagi.',
    asNew: 'Kantor tidak lagi menunggu perbaikan. Isian Anda bisa dipakai untuk permohonan baru.',
    reopen: 'Buka isian saya',
    drop: 'Tutup',
    dropped: 'Pembatalan ditutup. Permohonan tetap berjalan.',
  },
  withdraw: {
    action: 'Batalkan permohonan',
    title: 'Batalkan permohonan ini?',
    text: 'Kantor berhenti mengerjakannya, dan tidak bisa dilanjutkan lagi. Kalau berubah pikiran, Anda harus mengajukan dari awal.',
    confirm: 'Ya, batalkan',
    keep: 'Tidak jadi',
    stored: 'Pembatalan tersimpan. Dikirim ke kantor begitu ada sinyal.',
  },
  rejected: {
    title: 'Kalau Anda keberatan',
    text: 'Anda boleh menyampaikan keberatan secara tertulis kepada kantor yang memutuskan. Sebutkan nomor registrasi dan alasan Anda.',
    office: 'Yang memutuskan:',
    number: (number: string): string => `Nomor registrasi: ${number}`,
    lapor: 'Adukan lewat SP4N-LAPOR!',
  },
  form: {
    says: 'Petugas:',
    marked: 'Ditandai petugas',
    kept: 'Sudah di kantor',
    keptText: 'Berkas ini tidak ditandai petugas, jadi tidak perlu dikirim lagi.',
    again: 'Petugas minta berkas ini diganti. Ambil foto baru.',
    changed: 'Yang Anda ubah',
    nothingChanged: 'Belum ada yang diubah dari isian di kantor.',
    newPaper: (name: string): string => `${name}: berkas baru`,
  },
};
export type RepairMessages = typeof repair;
