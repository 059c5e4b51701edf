import { amountParam, dateParam, numberParam, type ProblemParams, textParam } from '../../problem-params.ts';

const example = (p: ProblemParams): string =>
  p?.['example'] === undefined ? '' : ` Contoh: ${textParam(p, 'example')}.`;
const inUnit = (p: ProblemParams): string => (p?.['unit'] === undefined ? '' : ` dalam ${textParam(p, 'unit')}`);

/** What is wrong with an answer, and what to do: one sentence for each FieldProblemCode. */
export const fieldProblem = {
  required: (): string => 'Isi dulu bagian ini.',
  tooShort: (p: ProblemParams): string => `Terlalu pendek. Tulis paling sedikit ${numberParam(p, 'min', 'id')} huruf.`,
  tooLong: (p: ProblemParams): string => `Terlalu panjang. Paling banyak ${numberParam(p, 'max', 'id')} huruf.`,
  pattern: (): string => 'Bentuknya belum sesuai. Periksa lagi.',
  notDigits: (): string => 'Tulis angka saja.',
  notNumber: (p: ProblemParams): string => `Tulis dengan angka${inUnit(p)}.${example(p)}`,
  notInteger: (p: ProblemParams): string => `Tulis angka bulat${inUnit(p)}, tanpa koma.${example(p)}`,
  tooSmall: (p: ProblemParams): string =>
    `${p?.['year'] === undefined ? 'Paling kecil' : 'Tahun paling awal'} ${amountParam(p, 'min', 'id')}.${example(p)}`,
  tooLarge: (p: ProblemParams): string =>
    `${p?.['year'] === undefined ? 'Paling besar' : 'Tahun paling akhir'} ${amountParam(p, 'max', 'id')}.${example(p)}`,
  notDate: (): string => 'Belum benar. Tulis hari, bulan, tahun, misalnya 17-08-1990.',
  tooEarly: (p: ProblemParams): string => `Pilih ${dateParam(p, 'min', 'id')} atau sesudahnya.`,
  tooLate: (p: ProblemParams): string => `Pilih ${dateParam(p, 'max', 'id')} atau sebelumnya.`,
  notTime: (): string => 'Belum benar. Tulis jam dan menit, misalnya 07.30.',
  notPosition: (): string => 'Belum benar. Tekan tombolnya, atau tempel titik dari peta, misalnya -6.1783, 106.6319.',
  notOption: (): string => 'Pilih salah satu dari daftar.',
  notYesNo: (): string => 'Pilih Ya atau Tidak.',
  nikLength: (p: ProblemParams): string => `NIK harus 16 angka. Baru ada ${numberParam(p, 'length', 'id')} angka.`,
  kkLength: (p: ProblemParams): string => `Nomor KK harus 16 angka. Baru ada ${numberParam(p, 'length', 'id')} angka.`,
  notPhone: (): string => 'Nomor HP belum benar. Contoh: 0812 0000 0000.',
  notDifferent: (p: ProblemParams): string =>
    `Nomor ini sama dengan ${p?.['otherName'] === undefined ? 'jawaban lain' : textParam(p, 'otherName')}. Harus orang yang berbeda.`,
  notArea: (): string => 'Pilih kecamatan dan desa dari daftar.',
  tooFewItems: (p: ProblemParams): string => `Isi paling sedikit ${numberParam(p, 'min', 'id')}.`,
  tooManyItems: (p: ProblemParams): string => `Isi paling banyak ${numberParam(p, 'max', 'id')}.`,
  notText: (): string => 'Ketik dengan huruf atau angka.',
  wrongShape: (): string => 'Isian ini tidak terbaca. Isi lagi.',
  unknownField: (): string => 'Bagian ini tidak dikenal kantor. Perbarui aplikasi, lalu coba lagi.',
  documentMissing: (): string => 'Belum ada. Ambil foto atau pilih berkas.',
  tooManyDocuments: (p: ProblemParams): string =>
    `Paling banyak ${numberParam(p, 'max', 'id')} berkas. Hapus sebagian.`,
  documentNotAccepted: (): string => 'Jenis berkas ini tidak diterima. Ambil foto, atau pilih berkas lain.',
};
export type FieldProblemMessages = typeof fieldProblem;
