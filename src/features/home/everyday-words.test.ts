import { describe, expect, test } from 'vitest';
import { summaryOf } from '#domain/service/summary.ts';
import { home } from '#i18n/messages/id/home.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { filterServices } from './filter-services.ts';

const services = shippedServices.map(summaryOf);
const names: Readonly<Record<string, string>> = home.categories;
const found = (typed: string) =>
  filterServices(services, typed, (category) => names[category] ?? '').map(({ id }) => id);

/** What people type, and the service that they mean. */
const everyday: readonly (readonly [typed: string, service: string])[] = [
  ['ktp hilang', 'ktp-el-ganti'],
  ['ktp rusak', 'ktp-el-ganti'],
  ['ktp baru', 'ktp-el-baru'],
  ['rekam ktp', 'ktp-el-baru'],
  ['sidik jari', 'ktp-el-baru'],
  ['17 tahun', 'ktp-el-baru'],
  ['ganti alamat ktp', 'ktp-el-ganti'],
  ['dompet hilang', 'ktp-el-ganti'],
  ['kartu anak', 'kia'],
  ['kia', 'kia'],
  ['pisah kk', 'kk-baru'],
  ['pecah kk', 'kk-baru'],
  ['kk hilang', 'kk-hilang-rusak'],
  ['kartu keluarga sobek', 'kk-hilang-rusak'],
  ['tambah anak', 'kk-perubahan'],
  ['ganti pekerjaan', 'kk-perubahan'],
  ['akte bayi', 'akta-kelahiran'],
  ['anak baru lahir', 'akta-kelahiran'],
  ['akte kematian', 'akta-kematian'],
  ['orang tua meninggal', 'akta-kematian'],
  ['meninggal di rumah', 'surat-kematian'],
  ['pindah rumah', 'pindah-keluar'],
  ['surat pindah', 'pindah-keluar'],
  ['skpwni', 'pindah-keluar'],
  ['pindah rumah ke tangerang', 'pindah-datang'],
  ['pindah datang', 'pindah-datang'],
  ['pendatang', 'pindah-datang'],
  ['surat usaha', 'sku'],
  ['warung', 'sku'],
  ['KUR', 'sku'],
  ['tidak mampu', 'sktm'],
  ['beasiswa', 'sktm'],
  ['domisili', 'surat-domisili'],
  ['buka rekening', 'surat-domisili'],
  ['skck', 'pengantar-skck'],
  ['lamar kerja', 'pengantar-skck'],
  ['nikah', 'pengantar-nikah'],
  ['daftar nikah di kua', 'pengantar-nikah'],
  ['nikah mendadak', 'dispensasi-nikah'],
  ['hajatan', 'rekomendasi-keramaian'],
  ['izin keramaian', 'rekomendasi-keramaian'],
  ['dangdut', 'rekomendasi-keramaian'],
  ['warisan', 'ahli-waris'],
  ['ahli waris', 'ahli-waris'],
  ['bansos', 'usulan-dtsen'],
  ['bpjs', 'usulan-dtsen'],
  ['bpjs mati', 'usulan-dtsen'],
  ['jalan rusak', 'pengaduan'],
  ['pungli', 'pengaduan'],
  ['lost id card', 'ktp-el-ganti'],
  ['moving', 'pindah-keluar'],
];

test.each(everyday)('“%s” is answered with %s first', (typed, service) => {
  expect(found(typed)[0]).toBe(service);
});

test('what only one service is called finds that one alone', () => {
  expect(found('akte bayi')).toEqual(['akta-kelahiran']);
  expect(found('pengaduan')).toEqual(['pengaduan']);
});

test('words around it do not stand in the way', () => {
  expect(found('mau bikin ktp baru')[0]).toBe('ktp-el-baru');
  expect(found('cara mengurus kk yang hilang')[0]).toBe('kk-hilang-rusak');
});

/** The longest word with a letter missing, two swapped, one doubled. */
function slips(typed: string): readonly string[] {
  const word = typed.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? '';
  if (word.length < 5) return [];
  const at = Math.floor(word.length / 2);
  const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  return [
    before + after,
    before + letter + letter + after,
    `${before.slice(0, -1)}${letter}${before.slice(-1)}${after}`,
  ].map((slipped) => typed.replace(word, slipped));
}

const slipped = everyday.flatMap(([typed, service]) => slips(typed).map((slip) => [slip, service] as const));
describe('a slip of the thumb', () => {
  test('is tried on most of them', () => {
    expect(slipped.length).toBeGreaterThan(100);
  });
  test.each(slipped)('“%s” still finds %s', (typed, service) => {
    expect(found(typed)).toContain(service);
  });
});

test('each service is found by its own name, in both languages, before all others', () => {
  for (const { id, name } of services) {
    expect(found(name.id)[0]).toBe(id);
    expect(found(name.en ?? '')[0]).toBe(id);
  }
});
