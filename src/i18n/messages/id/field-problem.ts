import { dateParam, numberParam, type ProblemParams } from '../../problem-params.ts';

/** What is wrong with an answer, and what to do: one sentence for each FieldProblemCode. */
export const fieldProblem = {
  required: (): string => 'Isi dulu bagian ini.',
  tooShort: (p: ProblemParams): string => `Terlalu pendek. Tulis paling sedikit ${numberParam(p, 'min', 'id')} huruf.`,
  tooLong: (p: ProblemParams): string => `Terlalu panjang. Paling banyak ${numberParam(p, 'max', 'id')} huruf.`,
  pattern: (): string => 'Bentuknya belum sesuai. Periksa lagi.',
  notDigits: (): string => 'Tulis angka saja.',
  notNumber: (): string => 'Tulis sebagai angka.',
  notInteger: (): string => 'Tulis angka bulat, tanpa koma.',
  tooSmall: (p: ProblemParams): string => `Paling kecil ${numberParam(p, 'min', 'id')}.`,
  tooLarge: (p: ProblemParams): string => `Paling besar ${numberParam(p, 'max', 'id')}.`,
  notDate: (): string => 'Tanggal ini tidak ada. Periksa hari, bulan, dan tahun.',
  tooEarly: (p: ProblemParams): string => `Pilih ${dateParam(p, 'min', 'id')} atau sesudahnya.`,
  tooLate: (p: ProblemParams): string => `Pilih ${dateParam(p, 'max', 'id')} atau sebelumnya.`,
  notTime: (): string => 'Jam ini tidak ada. Tulis seperti 14.05.',
  notOption: (): string => 'Pilih salah satu dari daftar.',
  notYesNo: (): string => 'Pilih Ya atau Tidak.',
  nikLength: (p: ProblemParams): string => `NIK harus 16 angka. Baru ada ${numberParam(p, 'length', 'id')} angka.`,
  kkLength: (p: ProblemParams): string => `Nomor KK harus 16 angka. Baru ada ${numberParam(p, 'length', 'id')} angka.`,
  notPhone: (): string => 'Nomor HP belum benar. Contoh: 0812 0000 0000.',
  notArea: (): string => 'Pilih kecamatan dan desa dari daftar.',
  tooFewItems: (p: ProblemParams): string => `Isi paling sedikit ${numberParam(p, 'min', 'id')}.`,
  tooManyItems: (p: ProblemParams): string => `Isi paling banyak ${numberParam(p, 'max', 'id')}.`,
  notText: (): string => 'Ketik dengan huruf atau angka.',
  wrongShape: (): string => 'Isian ini tidak terbaca. Isi lagi.',
  unknownField: (): string => 'Bagian ini tidak dikenal kantor. Perbarui aplikasi, lalu coba lagi.',
  documentMissing: (): string => 'Ambil foto atau pilih berkas untuk persyaratan ini.',
  tooManyDocuments: (p: ProblemParams): string =>
    `Paling banyak ${numberParam(p, 'max', 'id')} berkas. Hapus sebagian.`,
  documentNotAccepted: (): string => 'Jenis berkas ini tidak diterima. Ambil foto, atau pilih berkas lain.',
};
export type FieldProblemMessages = typeof fieldProblem;
