import { expect, test } from 'vitest';
import { simple, type Sheets } from '#tests/fixtures/xlsform/simple.ts';
import { workbookOf } from '#tests/fixtures/xlsform/workbook.ts';
import { importXlsform } from './import-xlsform.ts';
import { placeInWords, type Remark } from './remark.ts';

function imported(sheets: Sheets) {
  const result = importXlsform(workbookOf(sheets), {}, 'formulir');
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const placesOf = (remarks: readonly Remark[]) => remarks.map(({ weight, place }) => `${weight} ${placeInWords(place)}`);

test.each<[what: string, sheets: Sheets, places: readonly string[]]>([
  [
    'a question of an unknown kind',
    simple(['geotrace', 'jalan', 'Jalan'], ['text', 'a', 'A']),
    ['lost survey row 2, column A "type"'],
  ],
  [
    'a condition on what was left out',
    simple(['barcode', 'kode', 'Kode'], ['text', 'a', 'A', "${kode} != ''"]),
    ['lost survey row 2, column A "type"', 'lost survey row 3, column D "relevant"'],
  ],
  [
    'a condition that can not be said',
    simple(['integer', 'n', 'N'], ['text', 'a', 'A', '${n} * 2 > 4']),
    ['lost survey row 3, column D "relevant"'],
  ],
  [
    'a condition on a later question',
    simple(['text', 'a', 'A', "${b} = 'x'"], ['text', 'b', 'B']),
    ['lost survey row 2, column D "relevant"'],
  ],
  [
    'a constraint that can not be said',
    simple(['integer', 'n', 'N', null, '. mod 2 = 0']),
    ['lost survey row 2, column E "constraint"'],
  ],
  [
    'a bound of choices',
    {
      ...simple(['select_multiple l', 'm', 'M', null, 'count-selected(.) < 3']),
      choices: [
        ['list_name', 'name'],
        ['l', 'a'],
      ],
    },
    ['lost survey row 2, column E "constraint"'],
  ],
  [
    'required by a condition',
    simple(['text', 'a', 'A', null, null, "${b} = 'x'"]),
    ['lost survey row 2, column F "required"'],
  ],
  [
    'an answer inside a text',
    simple(['text', 'a', 'A'], ['text', 'b', 'Halo ${a}']),
    ['lost survey row 3, column C "label"'],
  ],
  [
    'a paper for each item',
    simple(['begin repeat', 'r', 'R'], ['text', 'a', 'A'], ['image', 'f', 'F'], ['end repeat']),
    ['lost survey row 4, column A "type"'],
  ],
  [
    'a look into a repeat',
    simple(['begin repeat', 'r', 'R'], ['text', 'a', 'A'], ['end repeat'], ['text', 'b', 'B', "${a} = 'x'"]),
    ['lost survey row 5, column D "relevant"'],
  ],
  [
    'a name that another one covers',
    simple(
      ['begin group', 's', 'S'],
      ['text', 'Nama', 'N'],
      ['begin group', 'g', 'G'],
      ['text', 'nama', 'N'],
      ['text', 'b', 'B', "${Nama} = 'x'"],
      ['text', 'c', 'C', "${nama} = 'x'"],
      ['end group'],
      ['end group'],
    ),
    ['note survey row 3, column B "name"', 'lost survey row 6, column D "relevant"'],
  ],
  [
    'a note for some',
    simple(['text', 'a', 'A'], ['note', 'n', 'N', "${a} = 'x'"]),
    ['lost survey row 3, column D "relevant"'],
  ],
  ['a note after everything', simple(['text', 'a', 'A'], ['note', 'n', 'N']), ['lost survey row 3']],
  [
    'a list that is not there',
    simple(['select_one kota', 'k', 'K']),
    ['broken survey row 2, column A "type"', 'broken survey row 1'],
  ],
  [
    'a question without name',
    simple(['text', null, 'A'], ['text', 'b', 'B']),
    ['broken survey row 2, column B "name"'],
  ],
  [
    'a group that never ends',
    simple(['begin group', 'g', 'G'], ['text', 'a', 'A']),
    ['broken survey row 2', 'broken survey row 1'],
  ],
  ['an end without beginning', simple(['text', 'a', 'A'], ['end group']), ['broken survey row 3, column A "type"']],
  [
    'ends in the wrong order',
    simple(['begin group', 'g', 'G'], ['text', 'a', 'A'], ['end repeat'], ['end group']),
    ['broken survey row 4, column A "type"'],
  ],
  [
    'two questions of one name',
    simple(['text', 'a', 'A'], ['text', 'A', 'B']),
    ['note survey row 3, column B "name"', 'broken survey row 3'],
  ],
  [
    'groups too deep',
    simple(
      ['begin group', 'a', 'A'],
      ['begin group', 'b', 'B'],
      ['begin group', 'c', 'C'],
      ['begin group', 'd', 'D'],
      ['text', 'e', 'E'],
      ['end group'],
      ['end group'],
      ['end group'],
      ['end group'],
    ),
    ['broken survey row 5'],
  ],
  ['only a paper', simple(['image', 'f', 'F']), ['broken survey row 1']],
])('%s is named by sheet, row and column', (_, sheets, places) => {
  const { definition, remarks } = imported(sheets);
  expect(placesOf(remarks)).toEqual(places);
  expect(definition === null).toBe(places.some((place) => place.startsWith('broken')));
  for (const { message } of remarks) expect(message).toMatch(/\S{2}/);
});

test('what calculates, filters or changes by itself is named, and looks are passed over', () => {
  const { definition, remarks } = imported({
    survey: [
      [
        'type',
        'name',
        'label',
        'appearance',
        'choice_filter',
        'calculation',
        'default',
        'read_only',
        'media::image',
        'catatan',
      ],
      ['calculate', 'c', null, null, null, '1 + 1'],
      ['select_one l', 's', 'S', 'minimal', "kab = 'x'", null, 'a', null, 'x.png', 'lihat'],
      ['text', 't', 'T', null, null, "'x'", null, 'true'],
      ['text', 'u', 'U', null, null, null, null, null, null, 'lagi'],
      ['end', 'end'],
    ],
    choices: [
      ['list name', 'name', 'label', 'kab'],
      ['l', 'a', 'A', 'x'],
    ],
    entities: [['dataset'], ['e']],
  });
  expect(placesOf(remarks)).toEqual([
    'note entities',
    'note choices row 2, column D "kab"',
    'lost survey row 2, column A "type"',
    'note survey row 3, column D "appearance"',
    'lost survey row 3, column E "choice_filter"',
    'note survey row 3, column G "default"',
    'note survey row 3, column I "media::image"',
    'note survey row 3, column J "catatan"',
    'lost survey row 4, column F "calculation"',
    'lost survey row 4, column H "read_only"',
    'note survey row 6, column A "type"',
  ]);
  expect(definition?.steps[0]?.fields.map(({ id }) => id)).toEqual(['s', 'u']);
});
