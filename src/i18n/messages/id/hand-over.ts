/** What an officer leaves on the phone by signing out. */
export const handOver = {
  checking: 'Memeriksa apa yang tertinggal di HP ini…',
  nothing: 'Tidak ada draf atau kiriman yang tertinggal.',
  safe: 'Aman diserahkan',
  open: 'Masih ada yang tertinggal di HP ini',
  drafts: (count: number): string => `${count} draf belum dikirim`,
  unsealed: (count: number): string => `${count} permohonan menunggu dikirim, belum tersegel`,
  sealed: (count: number): string => `${count} permohonan tersegel dan menunggu dikirim`,
  attention: (count: number): string => `${count} permohonan perlu perhatian Anda`,
  stopped: (count: number): string => `${count} permohonan tidak dikirim, persetujuan warganya dicabut`,
  folders: (count: number): string => `${count} folder warga`,
  foldersStay: (count: number): string =>
    `${count} folder warga tetap di HP ini. Hapus folder yang tidak dipakai lagi.`,
  look: 'Lihat dan selesaikan',
  setLock: 'Pasang kunci layar',
  /** Said only of what is there; see who-reads.ts. */
  whoReads: {
    accounts: 'Akun lain di HP ini tidak melihatnya di aplikasi.',
    open: 'Tanpa kunci layar, draf dan folder warga bisa dibaca orang yang membongkar isi HP ini.',
    locked: 'Draf dan folder warga terkunci: hanya terbuka dengan kunci Anda.',
    unsealed: 'Kiriman yang belum tersegel bisa dibaca orang yang membongkar isi HP ini, sampai diterima kantor.',
    sealed: 'Yang tersegel hanya bisa dibuka kantor.',
  },
};
export type HandOverMessages = typeof handOver;
