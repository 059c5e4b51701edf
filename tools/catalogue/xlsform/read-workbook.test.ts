import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookFiles, workbookOf } from '#tests/fixtures/xlsform/workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { readZipped } from './unzip.ts';

const survey = { survey: [['type', 'name'], ['text', 'nama'], [], ['integer', 7, null, true]] };
const sheet = 'xl/worksheets/sheet1.xml';
const read = (bytes: Uint8Array) => readWorkbook(bytes, (name) => name === 'survey');

function problemOf(bytes: Uint8Array): string {
  const read_ = read(bytes);
  return 'problem' in read_ ? read_.problem : '';
}

/** The workbook with one file inside replaced. */
function spoilt(path: string, xml: string): Uint8Array {
  return zipSync({ ...workbookFiles(survey), [path]: strToU8(xml) });
}

test('rows keep the numbers that the spreadsheet shows, also below an empty one', () => {
  const workbook = read(workbookOf({ ...survey, catatan: [['x']] }));
  if ('problem' in workbook) throw new Error(workbook.problem);
  expect(workbook.others).toEqual(['catatan']);
  const [{ rows } = { rows: [] }] = workbook.sheets;
  expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
    [1, [0, 'type'], [1, 'name']],
    [2, [0, 'text'], [1, 'nama']],
    [4, [0, 'integer'], [1, '7'], [3, 'TRUE']],
  ]);
});

test('texts are read in every way that programs write them', () => {
  const xml = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>&amp;b</x:t></x:r></x:is></x:c>
    <x:c t="str"><x:f>A1</x:f><x:v>c_x000A_d</x:v></x:c><x:c/><x:c><x:v>1.5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const workbook = read(spoilt(sheet, xml));
  if ('problem' in workbook) throw new Error(workbook.problem);
  expect([...(workbook.sheets[0]?.rows[0]?.cells ?? [])]).toEqual([
    [0, 'a&b'],
    [1, 'c\nd'],
    [3, '1.5'],
  ]);
});

test.each<[what: string, bytes: () => Uint8Array, says: RegExp]>([
  ['nothing', () => new Uint8Array(), /no \.xlsx/],
  ['a text', () => strToU8('type,name\ntext,nama'), /no \.xlsx/],
  ['an old .xls, or a locked file', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), /old \.xls or has a password/],
  ['a zip of something else', () => zipSync({ 'word/document.xml': strToU8('<a/>') }), /no workbook/],
  ['half a file', () => workbookOf(survey).subarray(0, 300), /.+/],
  ['more than 5 MB', () => new Uint8Array(5 * 1024 * 1024 + 1), /larger than 5 MB/],
  ['XML that is none', () => spoilt(sheet, '<worksheet><row></worksheet>'), /damaged/],
  ['an entity of its own', () => spoilt(sheet, '<worksheet><row><c><v>&lol;</v></c></row></worksheet>'), /damaged/],
  [
    'entities that explode',
    () => spoilt(sheet, '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'),
    /document type/,
  ],
  [
    'a file from elsewhere as an entity',
    () =>
      spoilt(
        'xl/sharedStrings.xml',
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><sst><si><t>&a;</t></si></sst>',
      ),
    /document type/,
  ],
  [
    'a relation that leads nowhere',
    () => spoilt('xl/_rels/workbook.xml.rels', '<Relationships/>'),
    /lacks the content/,
  ],
  [
    'a million rows',
    () => spoilt(sheet, `<worksheet>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</worksheet>`),
    /more than 5000 rows/,
  ],
  [
    'a cell of megabytes',
    () => spoilt(sheet, `<worksheet><row><c t="str"><v>${'a'.repeat(3_000_000)}</v></c></row></worksheet>`),
    /more than 10000 characters/,
  ],
  [
    'texts without end',
    () => spoilt('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(200_000)}</sst>`),
    /more than 100000 texts/,
  ],
  ['elements in elements', () => spoilt(sheet, '<a>'.repeat(100_000)), /damaged/],
])('%s is refused in words', (_, bytes, says) => {
  expect(problemOf(bytes())).toMatch(says);
});

test('many empty rows with formats only are passed over', () => {
  const rows = '<row r="9"/>'.repeat(200_000);
  const workbook = read(spoilt(sheet, `<worksheet><row r="1"><c t="str"><v>type</v></c></row>${rows}</worksheet>`));
  expect('problem' in workbook ? workbook.problem : workbook.sheets[0]?.rows.length).toBe(1);
});

/** A zip of one file whose deflated bytes are given as they are. */
function zipOfDeflated(name: string, deflated: Uint8Array, claimedBytes: number): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(deflated.length, 18);
  header.writeUInt32LE(claimedBytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, strToU8(name), deflated]);
}

const megabyte = 1024 * 1024;

test('a zip bomb is stopped on its way, whatever size it claims, and its content is never held', () => {
  const bomb = deflateRawSync(Buffer.alloc(40 * megabyte, ' '));
  expect(bomb.length).toBeLessThan(megabyte);
  for (const claimed of [10, 40 * megabyte]) {
    const zip = zipOfDeflated('xl/workbook.xml', bomb, claimed);
    expect(problemOf(zip)).toMatch(/unfolds to far more/);
    const allowance = { left: 5 * megabyte };
    let taken = 0;
    const take = (piece: Uint8Array) => {
      taken += piece.length;
    };
    expect(() => readZipped(zip, 'xl/workbook.xml', allowance, take)).toThrow(/unfolds to far more/);
    expect(taken).toBeLessThanOrEqual(5 * megabyte);
    // What was unfolded beyond is the one piece that it was stopped at.
    expect(-allowance.left).toBeLessThan(2 * megabyte);
  }
});

test('a workbook with bytes changed anywhere is read or refused in words, and never anything else', () => {
  const whole = workbookOf(survey);
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.option(fc.nat({ max: whole.length })),
      (changes, cut) => {
        const bytes = whole.slice(0, cut ?? whole.length);
        for (const [at, byte] of changes) bytes[at] = byte;
        const result = read(bytes);
        expect('problem' in result ? result.problem.length : result.sheets.length).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 300 },
  );
});
