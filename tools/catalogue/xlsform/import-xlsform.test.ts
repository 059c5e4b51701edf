import { expect, test } from 'vitest';
import { validateAnswers } from '#domain/form/validate.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { nightMarket } from '#tests/fixtures/xlsform/night-market.ts';
import { simple, type Sheets } from '#tests/fixtures/xlsform/simple.ts';
import { workbookOf } from '#tests/fixtures/xlsform/workbook.ts';
import { importXlsform } from './import-xlsform.ts';
import { placeInWords, type Remark } from './remark.ts';

function imported(sheets: Sheets): {
  readonly definition: ServiceDefinition | null;
  readonly remarks: readonly Remark[];
} {
  const result = importXlsform(workbookOf(sheets), {}, 'formulir');
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

function definitionOf(sheets: Sheets): ServiceDefinition {
  const { definition, remarks } = imported(sheets);
  if (definition === null) throw new Error(JSON.stringify(remarks));
  return definition;
}

/** `broken survey row 2, column A "type"` and so on. */
const placesOf = (remarks: readonly Remark[]) => remarks.map(({ weight, place }) => `${weight} ${placeInWords(place)}`);

test('a form of an office becomes a service that its check takes, with nothing lost', () => {
  const { definition, remarks } = imported(nightMarket);
  expect(remarks.filter(({ weight }) => weight !== 'note')).toEqual([]);
  expect(definition).toMatchObject({
    id: 'izin-pasar-malam',
    schemaVersion: 2026112601,
    name: { id: 'Izin pasar malam' },
    sampleData: true,
  });
  expect(definition?.steps.map(({ id }) => id)).toEqual(['kegiatan', 'panitia', 'bagian_3']);
  expect(definition?.steps[0]).toMatchObject({
    title: { id: 'Kegiatan', en: 'Event' },
    intro: { id: 'Isi sesuai rencana.', en: 'Fill in what is planned.' },
  });
  expect(definition?.requirements).toMatchObject([
    { id: 'denah', required: true, visibleWhen: { '>=': [{ var: 'jumlah_lapak' }, 20] } },
    { id: 'surat', required: false, accept: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] },
  ]);
});

test('what it asks is judged as the spreadsheet says', () => {
  const definition = definitionOf(nightMarket);
  const judge = (answers: Parameters<typeof validateAnswers>[1]) =>
    validateAnswers(definition, answers, { today: '2026-11-26' }).map(({ pointer, code }) => `${pointer} ${code}`);
  const right = {
    nama_kegiatan: 'KANARI',
    tanggal: '2026-12-01',
    jumlah_lapak: 5,
    hiburan: ['musik'],
    daya: 900,
    ketua: { nama: 'KANARI', kode: 'AB123', punya_hp: 'tidak' },
    pedagang: [{ nama_pedagang: 'A' }, { nama_pedagang: 'B', umur: 16, wali: 'C' }],
  };
  expect(judge(right)).toEqual([]);
  expect(judge({ ...right, tanggal: '2026-11-25' })).toEqual(['/tanggal tooEarly']);
  expect(judge({ ...right, jumlah_lapak: 0 })).toEqual(['/jumlah_lapak tooSmall']);
  expect(judge({ ...right, hiburan: ['other'] })).toEqual(['/hiburan_other required']);
  expect(judge({ ...right, ketua: { ...right.ketua, kode: 'A1' } })).toEqual(['/ketua/kode pattern']);
  expect(judge({ ...right, ketua: { ...right.ketua, punya_hp: 'ya' } })).toEqual(['/setuju required']);
  expect(judge({ ...right, pedagang: [{ nama_pedagang: 'A' }] })).toEqual(['/pedagang tooFewItems']);
  expect(judge({ ...right, pedagang: [{ nama_pedagang: 'A' }, { nama_pedagang: 'B', umur: 16 }] })).toEqual([
    '/pedagang/1/wali required',
  ]);
});

test('a condition of a group goes along with the papers in it, written as it has to be outside', () => {
  const { requirements, steps } = definitionOf(
    simple(
      ['begin group', 'orang', 'Orang'],
      ['begin group', 'ibu', 'Ibu'],
      ['integer', 'umur', 'Umur'],
      ['begin group', 'wali', 'Wali', '${umur} > 60'],
      ['text', 'nama', 'Nama'],
      ['image', 'surat', 'Surat', "${nama} = 'KANARI'"],
      ['end group'],
      ['end group'],
      ['end group'],
    ),
  );
  expect(steps[0]?.fields[0]).toMatchObject({
    fields: [{ id: 'umur' }, { visibleWhen: { '>': [{ var: 'umur' }, 60] } }],
  });
  expect(requirements[0]?.visibleWhen).toEqual({
    and: [{ '>': [{ var: 'ibu.umur' }, 60] }, { '==': [{ var: 'ibu.wali.nama' }, 'KANARI'] }],
  });
});

test('a signature is a paper that is written on the screen, and nothing is left out of it', () => {
  const { definition, remarks } = imported({
    survey: [
      ['type', 'name', 'label', 'required', 'appearance'],
      ['text', 'nama', 'Nama'],
      ['image', 'ttd', 'Tanda tangan', 'yes', 'signature'],
      ['image', 'foto', 'Foto', null, 'new'],
    ],
  });
  expect(definition?.requirements).toMatchObject([
    { id: 'ttd', required: true, capture: 'signature', maxFiles: 1 },
    { id: 'foto' },
  ]);
  expect(definition?.requirements[0]?.accept).toContain('image/png');
  expect(definition?.requirements[1]).not.toHaveProperty('capture');
  const said = remarks.filter(({ place }) => place?.column?.includes('appearance') === true);
  expect(said).toHaveLength(1);
});

test('older ways of writing are understood', () => {
  const { steps, name } = definitionOf({
    SURVEY: [
      ['TYPE', 'NAME', 'LABEL::EN', 'Label::Indonesian'],
      ['select one from sexes or specify other', 'sex', 'Sex', 'Jenis kelamin'],
      ['select all that apply from sexes', 'sexes', 'Which', 'Yang mana'],
      ['string', 'Family-Name', 'Family', '**Keluarga** <b>besar</b>'],
      ['int', '2nd', 'Second', 'Kedua'],
      ['trigger', 'ok', 'Fine', 'Baik'],
    ],
    Choices: [
      ['list name', 'name', 'label:English', 'label:id'],
      ['sexes', 'male', 'Male', 'Laki-laki'],
      ['sexes', 1, 'One', 'Satu'],
    ],
    settings: [
      ['title', 'id_string', 'version', 'style'],
      ['Form', '___', 'v1', 'pages'],
    ],
  });
  expect(name).toEqual({ id: 'Form' });
  expect(steps[0]?.fields).toMatchObject([
    {
      id: 'sex',
      type: 'select',
      label: { id: 'Jenis kelamin', en: 'Sex' },
      options: [{ value: 'male', label: { id: 'Laki-laki' } }, { value: '1' }, { value: 'other' }],
    },
    { id: 'sex_other', type: 'text' },
    { id: 'sexes', type: 'multiSelect' },
    { id: 'family_name', type: 'text', label: { id: 'Keluarga besar' } },
    { id: 'q_2nd', type: 'number' },
    { id: 'ok', type: 'yesNo' },
  ]);
});

test('an English form is taken with its English standing in, said once, and other languages are left out', () => {
  const { definition, remarks } = imported({
    survey: [
      ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
      ['text', 'a', 'A', 'Â'],
      ['text', 'b', 'B', 'B'],
    ],
  });
  expect(definition?.steps[0]?.fields).toMatchObject([
    { label: { id: 'A', en: 'A' } },
    { label: { id: 'B', en: 'B' } },
  ]);
  expect(placesOf(remarks)).toEqual([
    'note survey row 2, column D "label::Français (fr)"',
    'note survey row 2, column C "label::English (en)"',
  ]);
});

test.each<[what: string, sheets: Sheets, says: RegExp]>([
  ['a workbook without survey', { Sheet1: [['a']] }, /no sheet "survey"/],
  ['an empty survey', { survey: [['type', 'name']] }, /no sheet "survey" with lines/],
  [
    'a survey without types',
    {
      survey: [
        ['nama', 'umur'],
        ['a', 1],
      ],
    },
    /no column "type"/,
  ],
])('%s is no form', (_, sheets, says) => {
  const result = importXlsform(workbookOf(sheets), {}, 'formulir');
  expect('problem' in result ? result.problem : '').toMatch(says);
});

test('facts that were given stand in the definition, and a wrong one is named by its flag', () => {
  const book = workbookOf(simple(['text', 'a', 'A']));
  const facts = { id: 'izin-baru', unit: 'Kelurahan contoh', workingDays: 3, feeIdr: 5000, visit: 'pickup' };
  expect(importXlsform(book, facts, 'x')).toMatchObject({
    definition: {
      id: 'izin-baru',
      unit: 'Kelurahan contoh',
      standard: { workingDays: 3, feeIdr: 5000 },
      visit: { required: 'pickup' },
    },
  });
  const wrong = importXlsform(book, { ...facts, visit: 'besok', workingDays: Number.NaN }, 'x');
  expect('remarks' in wrong ? placesOf(wrong.remarks) : []).toEqual(['broken --working-days', 'broken --visit']);
});
