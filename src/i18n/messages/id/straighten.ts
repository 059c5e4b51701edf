/** The screen on which a paper's corners are dragged. */
export const straighten = {
  title: 'Atur foto',
  straighten: 'Luruskan',
  turn: 'Putar',
  asItIs: 'Pakai seperti ini',
  opening: 'Membuka foto…',
  busy: 'Meluruskan…',
  done: 'Foto sudah diperbarui',
  broken: 'Foto ini rusak di HP. Hapus, lalu ambil foto baru.',
  failed: 'Foto ini tidak bisa diluruskan. Foto Anda tidak berubah.',
  editor: {
    corners: ['Sudut kiri atas', 'Sudut kanan atas', 'Sudut kanan bawah', 'Sudut kiri bawah'] as const,
    hint: 'Geser keempat bulatan ke sudut kertas.',
    keyHint: 'Dengan papan ketik: pakai tombol panah.',
    moved: (corner: string, left: number, top: number): string => `${corner}: ${left}% dari kiri, ${top}% dari atas`,
  },
};
export type StraightenMessages = Omit<typeof straighten, 'editor'> & {
  readonly editor: Omit<typeof straighten.editor, 'corners'> & {
    readonly corners: readonly [string, string, string, string];
  };
};
