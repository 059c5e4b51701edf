/** Where an application is at the office, and what comes next: OfficeStatus. */
export const officeStatus = {
  incomplete: { label: 'Berkas belum lengkap', next: 'Sebagian berkas belum sampai. Aplikasi mengirimnya lagi.' },
  submitted: { label: 'Menunggu diperiksa', next: 'Petugas akan memeriksa berkas Anda.' },
  under_review: { label: 'Sedang diperiksa', next: 'Petugas sedang memeriksa berkas.' },
  returned: { label: 'Perlu perbaikan', next: 'Ada yang harus diperbaiki. Lihat alasannya.' },
  in_process: { label: 'Sedang diproses', next: 'Berkas lengkap. Dokumen sedang dibuat.' },
  awaiting_signature: { label: 'Menunggu tanda tangan', next: 'Menunggu tanda tangan pejabat.' },
  ready: { label: 'Sudah jadi', next: 'Dokumen sudah jadi. Ikuti petunjuk dari kantor untuk mengambilnya.' },
  done: { label: 'Selesai', next: 'Permohonan ini sudah selesai.' },
  rejected: { label: 'Ditolak', next: 'Tidak dapat dilayani. Lihat alasannya. Anda boleh mengajukan lagi.' },
  withdrawn: { label: 'Dibatalkan', next: 'Dibatalkan oleh pemohon.' },
  /** A code of an office that is newer than this app. */
  newer: { label: 'Ada kabar dari kantor', next: 'Perbarui aplikasi untuk membacanya.' },
};
export type OfficeStatusMessages = typeof officeStatus;
