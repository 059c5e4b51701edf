import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { validateField } from '#domain/form/validate.ts';
import { checkDefinition } from '#domain/service/check-definition.ts';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

function read(name: string): ServiceDefinition {
  const check = checkDefinition(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  if (!check.ok) throw new Error(`${name}: ${JSON.stringify(check.problems)}`);
  return check.definition;
}

function withoutEnglish(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const bare = 'id' in value && Object.keys(value).every((key) => /^[a-z]{2,3}$/.test(key)) && !('en' in value);
  return [
    ...(bare ? [pointer] : []),
    ...Object.entries(value).flatMap(([key, inner]) => withoutEnglish(inner, `${pointer}/${key}`)),
  ];
}

test('the office offers 21 services', () => {
  expect(files.map((name) => name.replace('.json', ''))).toEqual([
    'ahli-waris',
    'akta-kelahiran',
    'akta-kematian',
    'dispensasi-nikah',
    'kia',
    'kk-baru',
    'kk-hilang-rusak',
    'kk-perubahan',
    'ktp-el-baru',
    'ktp-el-ganti',
    'pengaduan',
    'pengantar-nikah',
    'pengantar-skck',
    'pindah-datang',
    'pindah-keluar',
    'rekomendasi-keramaian',
    'sktm',
    'sku',
    'surat-domisili',
    'surat-kematian',
    'usulan-dtsen',
  ]);
});

test.each(files)('%s keeps the format, and its name is its id', (name) => {
  expect(`${read(name).id}.json`).toBe(name);
});

test.each(files)('%s is there in English too', (name) => {
  expect(withoutEnglish(read(name))).toEqual([]);
});

test.each(files)('%s asks one idea a screen: at most five questions', (name) => {
  for (const step of read(name).steps) expect(step.fields.length).toBeLessThanOrEqual(5);
});

test.each(files)('%s says that its figures are planning values', (name) => {
  const { sampleData, standard } = read(name);
  expect(sampleData).toBe(true);
  expect(standard.workingDaysNote?.id).toEqual(expect.any(String));
});

function namesAsked(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    if ('fields' in field) return namesAsked(field.fields);
    return field.type === 'text' && /^(nama|kepala)_?/.test(field.id) ? [field] : [];
  });
}

test.each(files)('%s takes a name of one word, a long one, and as it stands on an old card', (name) => {
  for (const field of namesAsked(read(name).steps.flatMap(({ fields }) => fields))) {
    const isNewRecord = 'pattern' in field && field.pattern !== undefined;
    const names = ['KANARI', 'KANARI '.repeat(8).trim(), ...(isNewRecord ? [] : ["St. KANARI-Ayu d'Wati, S.Pd."])];
    for (const one of names)
      expect(validateField(field, one, { today: '2026-11-24' }), `${field.id}: ${one}`).toEqual([]);
  }
});

test.each(files)('%s speaks to a person: no Submit, Upload or Error', (name) => {
  expect(JSON.stringify(read(name))).not.toMatch(/submit|upload|error/i);
});

test.each(files)('%s says in words when a paper is needed that not everybody needs', (name) => {
  const notForAll = read(name).requirements.filter(({ visibleWhen }) => visibleWhen !== undefined);
  expect(notForAll.filter(({ neededWhen }) => neededWhen?.id.startsWith('bila ') !== true)).toEqual([]);
});

test.each(files)('%s is found by everyday words', (name) => {
  expect(read(name).keywords?.length).toBeGreaterThanOrEqual(5);
});

test.each(files)('%s says what has to be done in person, when something has', (name) => {
  const { visit } = read(name);
  expect(visit.required === 'none' || visit.note !== undefined).toBe(true);
});

/** What a phone downloads to fill in every form without signal. */
const mostCatalogueBytes = 150_000;
test(`all services together weigh at most ${mostCatalogueBytes / 1000} kB on the wire`, () => {
  const bytes = files.map((name) => gzipSync(JSON.stringify(read(name)), { level: 9 }).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(mostCatalogueBytes);
});

test('the example in the guide is a service', () => {
  const guide = readFileSync(new URL('../../docs/service-definition.md', folder), 'utf8');
  const example = guide.split('```json').at(-1)?.split('```')[0] ?? '';
  expect(checkDefinition(JSON.parse(example))).toMatchObject({ ok: true });
});

test('a paper that recurs has one kind in all of them: a KTP, a KK and an RT/RW letter are offered again', () => {
  const named = files
    .flatMap((name) => read(name).requirements)
    .filter(({ id }) => /^(ktp|kk|pengantar_rt_rw)$/.test(id));
  expect(named.length).toBeGreaterThan(20);
  for (const { id, paper } of named) expect(paper?.kind).toBe(id.replaceAll('_', '-'));
});

test('every kind of paper is asked for by more than one service', () => {
  const asked = files.map((name) => new Set(read(name).requirements.map(({ paper }) => paper?.kind)));
  const kinds = new Set(asked.flatMap((one) => [...one]).filter((kind) => kind !== undefined));
  for (const kind of kinds) expect(asked.filter((one) => one.has(kind)).length, kind).toBeGreaterThan(1);
  expect(kinds.size).toBe(9);
});
