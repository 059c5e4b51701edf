/**
 * Papers that more than one service asks for, so that one photo of it may do for the next. A paper that is made for
 * one application only (a statement, a proposal) is none of them.
 */
export const paperKinds = [
  'ktp',
  'kk',
  'akta-kelahiran',
  'akta-kematian',
  'buku-nikah',
  'pengantar-rt-rw',
  'surat-kehilangan',
  'sptjm-perkawinan',
  'foto-rumah',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export function isPaperKind(kind: string): kind is PaperKind {
  const known: readonly string[] = paperKinds;
  return known.includes(kind);
}
