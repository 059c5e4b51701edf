/** How an application fares at the office: what happened, who did it, and what was promised. */
export const timeline = {
  title: 'Perjalanan permohonan',
  actions: {
    received: 'Diterima kantor',
    review: 'Mulai diperiksa',
    return: 'Dikembalikan untuk diperbaiki',
    revise: 'Perbaikan diterima kantor',
    process: 'Mulai diproses',
    sign: 'Diteruskan untuk ditandatangani',
    ready: 'Dokumen sudah jadi',
    complete: 'Selesai',
    reject: 'Ditolak',
    withdraw: 'Dibatalkan',
    result: 'Hasil ditambahkan',
  },
  by: {
    applicant: 'Dari Anda',
    resident: 'Dari pemohon',
    'field-officer': 'Dari petugas pendamping',
    official: 'Oleh petugas kantor',
    verifikator: 'Oleh petugas pemeriksa',
    penandatangan: 'Oleh pejabat penanda tangan',
  },
  next: {
    incomplete: 'Berikutnya: sisa berkas dikirim aplikasi.',
    submitted: 'Berikutnya: petugas memeriksa berkas Anda.',
    under_review: 'Berikutnya: bila berkas lengkap, dokumen diproses.',
    returned: 'Berikutnya: petugas memeriksa lagi setelah Anda memperbaiki.',
    in_process: 'Berikutnya: dokumen ditandatangani atau siap diambil.',
    awaiting_signature: 'Berikutnya: dokumen jadi setelah ditandatangani.',
  },
  promised: (day: string): string => `Janji: paling lambat ${day}`,
  late: 'Terlambat dari hari yang dijanjikan',
  lateText: (day: string): string =>
    `Kantor menjanjikan paling lambat ${day}. Tanyakan ke kantor dengan nomor registrasi Anda. Bila tidak ditanggapi, Anda boleh mengadu lewat SP4N-LAPOR! di lapor.go.id.`,
  paused: 'Hitungan janji berhenti dulu',
  pausedText: (day: string): string =>
    `Menunggu perbaikan dari Anda sejak ${day}. Hitungan berlanjut setelah perbaikan diterima kantor.`,
  heard: (when: string): string => `Kabar terakhir dari kantor: ${when}`,
  notHeard: 'Rincian dari kantor muncul saat ada internet.',
};
export type TimelineMessages = typeof timeline;
