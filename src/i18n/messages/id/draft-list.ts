export const draftList = {
  title: 'Lanjutkan isian',
  notSent: 'Belum dikirim',
  progress: (at: number, of: number) => `Langkah ${at} dari ${of}`,
  begun: (when: string) => `dimulai ${when}`,
  changed: (when: string) => `diubah ${when}`,
  remove: (name: string) => `Hapus isian ${name}`,
  removed: 'Isian dihapus',
  justRemoved: 'Baru dihapus',
  undo: 'Urungkan',
  undoOf: (name: string) => `Urungkan: ${name}`,
  notRemoved: 'Isian tidak bisa dihapus. Coba lagi.',
  notRestored: 'Isian tidak bisa dikembalikan.',
};
export type DraftListMessages = typeof draftList;
