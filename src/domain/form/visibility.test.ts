import { expect, test } from 'vitest';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import { aktaKelahiran, kitchenSink, pengaduanAspirasi } from '#tests/fixtures/services/services.ts';
import type { Answers } from './answers.ts';
import { visibleFields, visibleRequirements, visibleSteps } from './visibility.ts';

const stepIds = (definition: ServiceDefinition, answers: Answers): readonly string[] =>
  visibleSteps(definition, answers).map(({ id }) => id);
const papers = (definition: ServiceDefinition, answers: Answers): readonly string[] =>
  visibleRequirements(definition, answers).map(({ id }) => id);
const idsOf = (fields: readonly Field[]): readonly string[] => fields.map(({ id }) => id);

test('C44: a missing birth statement asks for its substitute, and never for both', () => {
  const known = { orang_tua_diketahui: true, status_orang_tua: 'tanpa_buku_nikah' };
  expect(papers(aktaKelahiran, { ...known, ada_surat_lahir: true })).toEqual(['surat_lahir', 'sptjm_nikah', 'kk']);
  expect(papers(aktaKelahiran, { ...known, ada_surat_lahir: false })).toEqual(['sptjm_lahir', 'sptjm_nikah', 'kk']);
  expect(papers(aktaKelahiran, { ...known, ada_surat_lahir: true, status_orang_tua: 'ada_buku_nikah' })).toEqual([
    'surat_lahir',
    'buku_nikah',
    'kk',
  ]);
});

test('a child recorded as the mother’s asks nothing of a father', () => {
  const answers = { orang_tua_diketahui: true, ada_surat_lahir: true, status_orang_tua: 'anak_ibu' };
  expect(stepIds(aktaKelahiran, answers)).not.toContain('ayah');
  expect(stepIds(aktaKelahiran, answers)).toContain('ibu');
  expect(papers(aktaKelahiran, answers)).toEqual(['surat_lahir', 'kk']);
});

test('a child whose parents are not known needs a police report, and stale answers about parents change nothing', () => {
  const stale = {
    orang_tua_diketahui: false,
    ada_surat_lahir: true,
    status_orang_tua: 'ada_buku_nikah',
    nama_ayah: 'KANARI',
  };
  expect(papers(aktaKelahiran, stale)).toEqual(['ba_polisi']);
  expect(stepIds(aktaKelahiran, stale)).toEqual(['keadaan', 'pemohon', 'anak', 'kelahiran', 'persalinan', 'saksi']);
});

test('a complaint without a name asks neither name nor number', () => {
  const last = (answers: Answers): readonly string[] =>
    idsOf(visibleSteps(pengaduanAspirasi, answers).at(-1)?.fields ?? []);
  expect(last({ anonim: true })).toEqual(['anonim']);
  expect(last({ anonim: false })).toEqual(['anonim', 'nama_pelapor', 'no_hp']);
  expect(last({})).toEqual(['anonim']);
});

test('a condition inside an item sees the item first, then the form', () => {
  const heirs = kitchenSink.steps.flatMap(({ fields }) => fields).find(({ id }) => id === 'ahli_waris');
  if (heirs?.type !== 'repeat') throw new Error('the fixture has heirs');
  expect(idsOf(visibleFields(heirs.fields, { umur: 40 }, { umur: 12 }))).toContain('wali');
  expect(idsOf(visibleFields(heirs.fields, { umur: 12 }, { umur: 40 }))).not.toContain('wali');
  // Not answered yet in the item: the form's own "umur" must not stand in for it.
  expect(idsOf(visibleFields(heirs.fields, { umur: 40 }, {}))).toContain('wali');
  const children = heirs.fields.find(({ id }) => id === 'anak');
  if (children?.type !== 'repeat') throw new Error('the fixture has children');
  expect(idsOf(visibleFields(children.fields, { menikah: true }, {}))).toContain('catatan');
  expect(idsOf(visibleFields(children.fields, { menikah: false }, {}))).not.toContain('catatan');
});

test('an answer to a hidden question can not show another one', () => {
  const answers = { warna: 'merah', warna_lain: 'ungu', menikah: false, pasangan: { nama: 'KANARI' } };
  const shown = visibleSteps(kitchenSink, answers).flatMap(({ fields }) => idsOf(fields));
  expect(shown).not.toContain('warna_lain');
  expect(shown).not.toContain('pasangan');
});

test('what is asked does not depend on how an answer is written', () => {
  expect(papers(kitchenSink, { menikah: ' Ya ' })).toContain('surat_nikah');
  const shown = visibleSteps(kitchenSink, { jumlah: '1.250' }).flatMap(({ fields }) => idsOf(fields));
  expect(shown).toContain('alasan_banyak');
});

test('a step that asks nothing is not shown, and an unchanged step is the same object', () => {
  const definition: ServiceDefinition = {
    ...pengaduanAspirasi,
    steps: [
      ...pengaduanAspirasi.steps.slice(0, 1),
      {
        id: 'kosong',
        title: { id: 'Kosong' },
        fields: [{ id: 'x', type: 'yesNo', label: { id: 'X' }, visibleWhen: false }],
      },
    ],
  };
  expect(visibleSteps(definition, {})).toEqual([definition.steps[0]]);
  expect(visibleSteps(definition, {})[0]).toBe(definition.steps[0]);
});

test('F82: a condition on a name that every object inherits finds no answer', () => {
  for (const path of ['constructor', 'toString', '__proto__']) {
    const [step] = pengaduanAspirasi.steps;
    if (step === undefined) throw new Error('the service has steps');
    const definition = { ...pengaduanAspirasi, steps: [{ ...step, visibleWhen: { '!!': { var: path } } }] };
    expect(visibleSteps(definition, { judul: 'x' })).toEqual([]);
  }
});
