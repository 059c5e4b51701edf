import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostileDefinitions } from '#tests/fixtures/services/hostile-definitions.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { nightMarket } from '#tests/fixtures/xlsform/night-market.ts';
import { workbookOf } from '#tests/fixtures/xlsform/workbook.ts';
import { checkCatalogue } from './catalogue/check-catalogue.ts';
import { conditionInWords, outlineOf } from './catalogue/outline.ts';
import { root } from './node24.mjs';

const shipped = join(root, 'server/catalogue');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-katalog-'));
  cpSync(join(shipped, 'sku.json'), join(folder, 'sku.json'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/catalogue.ts'), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}`.trim() };
};
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));

describe('npm run catalogue -- check', () => {
  test('says how many services are valid, by folder or by file', () => {
    const all = run('check');
    expect(all.status).toBe(0);
    expect(all.said).toMatch(
      new RegExp(`^catalogue: ${shippedServices.length} services valid, \\d+\\.\\d kB on the wire$`),
    );
    expect(run('check', 'sku.json')).toEqual({ status: 0, said: 'catalogue: 1 service valid' });
  });

  test('names each mistake by file and place, and fails', () => {
    edit('sku.json', (text) =>
      text.replace('"var": "punya_nib"', '"var": "punya_nip"').replace('"id": "nib"', '"id": "usaha_rt"'),
    );
    const { status, said } = run('check', '.');
    expect(status).toBe(1);
    expect(said.split('\n')).toEqual([
      'sku.json /steps/1/fields/4/visibleWhen: "punya_nip" is not a question asked before this one',
      'sku.json /steps/2/fields/1: another question is called "usaha_rt" too',
      'catalogue: 2 mistakes',
    ]);
  });

  test.each<[what: string, place: string, break_: () => void]>([
    ['a file that is no JSON', '', () => edit('sku.json', () => '{')],
    ['a misspelt member', '/visitt', () => edit('sku.json', (text) => text.replace('"visit":', '"visitt":'))],
    ['a file under another name', '/id', () => cpSync(join(folder, 'sku.json'), join(folder, 'usaha.json'))],
    ['an older version that is not older', '/definition/schemaVersion', () => archive('2026-11-24')],
    ['an older version without a day', '/replacedAt', () => archive('kemarin')],
  ])('finds %s', (_, place, break_) => {
    break_();
    expect(checkCatalogue(folder).mistakes.map(({ pointer }) => pointer)).toContain(place);
  });

  test.each(hostileDefinitions.map(({ what, text, says }) => [what, text, says] as const))(
    'names what is wrong with %s',
    (_, text, says) => {
      writeFileSync(join(folder, 'jahat.json'), text);
      const { mistakes } = checkCatalogue(join(folder, 'jahat.json'));
      expect(mistakes.map(({ message }) => message)).toContainEqual(expect.stringMatching(says));
    },
  );

  test('a file of megabytes is not even read', () => {
    writeFileSync(join(folder, 'sku.json'), '['.repeat(5_000_000));
    expect(run('check', 'sku.json')).toEqual({
      status: 1,
      said: 'sku.json: is larger than 1 MB: no service is\ncatalogue: 1 mistake',
    });
  });

  test('refuses a catalogue that costs a phone too much, however valid it is', () => {
    const sku = readFileSync(join(folder, 'sku.json'), 'utf8');
    for (let at = 0; at < 80; at += 1) {
      writeFileSync(join(folder, `sku-${at}.json`), sku.replace('"id": "sku"', `"id": "sku-${at}"`));
    }
    const { status, said } = run('check', '.');
    expect(said).toMatch(/^catalogue: 81 services valid, \d{3}\.\d kB on the wire: over the 150\.0 kB/);
    expect(status).toBe(1);
  });

  test('an empty folder and one that is not there are mistakes too', () => {
    rmSync(join(folder, 'sku.json'));
    expect(run('check', '.')).toMatchObject({ status: 1 });
    expect(run('check', 'tidak-ada')).toMatchObject({ status: 1 });
  });

  function archive(replacedAt: string): void {
    mkdirSync(join(folder, 'archive'));
    const definition: unknown = JSON.parse(readFileSync(join(folder, 'sku.json'), 'utf8'));
    writeFileSync(join(folder, 'archive/sku.json'), JSON.stringify({ replacedAt, definition }));
  }
});

describe('npm run catalogue -- preview', () => {
  test('prints papers, steps, questions and conditions', () => {
    const { status, said } = run('preview', 'sku.json');
    expect(status).toBe(0);
    expect(said).toContain('Surat keterangan usaha (SKU)   (sku, version 3)');
    expect(said).toContain('KTP Anda *   (ktp)');
    expect(said).toContain('NIB *   (nib: text)   only if punya_nib is yes');
  });

  test('names every step, question and paper of every service', () => {
    for (const definition of shippedServices) {
      const outline = outlineOf(definition);
      for (const { id } of [...definition.steps, ...definition.requirements]) expect(outline).toContain(`(${id})`);
      for (const { id, type } of definition.steps.flatMap(({ fields }) => fields)) {
        expect(outline).toContain(`(${id}: ${type})`);
      }
    }
  });

  test('says a rule in words, and one that it has no words for as it is written', () => {
    expect(conditionInWords({ in: [{ var: 'alasan' }, ['hilang', 'rusak']] })).toBe('alasan is one of hilang, rusak');
    expect(conditionInWords({ in: ['kursi', { var: 'alat' }] })).toBe('alat has kursi');
    expect(
      conditionInWords({ and: [{ var: 'a' }, { or: [{ '!': [{ var: 'b' }] }, { '!=': [{ var: 'c' }, null] }] }] }),
    ).toBe('a and (not (b) or c is not unanswered)');
    expect(conditionInWords({ some: [{ var: 'waris' }, { '==': [{ var: 'dewasa' }, false] }] })).toBe(
      'some of waris: dewasa is no',
    );
    expect(conditionInWords({ '>': [{ var: 'a' }, 1] })).toBe('{">":[{"var":"a"},1]}');
  });

  test('asked for something else, it says what it can do', () => {
    expect(run('tampil')).toMatchObject({ status: 1 });
    expect(run()).toMatchObject({ status: 0 });
  });
});

describe('npm run catalogue -- import', () => {
  const save = (name: string, extraRow: readonly string[] = []) => {
    const [head = [], ...rows] = nightMarket['survey'] ?? [];
    writeFileSync(join(folder, name), workbookOf({ ...nightMarket, survey: [head, extraRow, ...rows] }));
  };

  test('writes a definition that check and preview take, and says what stands in for what', () => {
    save('pasar.xlsx');
    const { status, said } = run('import', 'pasar.xlsx', '--unit', 'Kelurahan contoh');
    expect(status).toBe(0);
    expect(said).toContain('survey row 28, column A "type": takes photos and PDF only');
    expect(said).toContain('CONTOH: sample values stand for --category --level --working-days');
    expect(said).toContain('catalogue: izin-pasar-malam.json written');
    expect(run('check', 'izin-pasar-malam.json')).toEqual({ status: 0, said: 'catalogue: 1 service valid' });
    expect(run('preview', 'izin-pasar-malam.json').said).toContain('hiburan has musik or hiburan has komidi');
    expect(run('import', 'pasar.xlsx')).toMatchObject({ status: 1, said: expect.stringContaining('is there already') });
    expect(run('import', 'pasar.xlsx', '--force')).toMatchObject({ status: 0 });
  });

  test('refuses what it can not say, by sheet, row and column; --lenient leaves it out', () => {
    save('pasar.xlsx', ['geotrace', 'lokasi', 'Lokasi']);
    const strict = run('import', 'pasar.xlsx');
    expect(strict.status).toBe(1);
    expect(strict.said).toContain('survey row 2, column A "type": "geotrace" has no like in the app');
    expect(strict.said).toContain('catalogue: 1 mistake, nothing written');
    expect(checkCatalogue(folder).services.map(({ id }) => id)).toEqual(['sku']);
    expect(run('import', 'pasar.xlsx', '--lenient')).toMatchObject({
      status: 0,
      said: expect.stringContaining('izin-pasar-malam.json written, 1 thing left out'),
    });
    expect(checkCatalogue(folder).mistakes).toEqual([]);
  });

  test.each<[what: string, words: readonly string[], says: string]>([
    ['a file that is not there', ['tidak-ada.xlsx'], 'tidak-ada.xlsx is not there'],
    ['a folder', ['.'], 'is no file'],
    ['something else', ['sku.json'], 'sku.json is no .xlsx file'],
    ['a flag that it does not know', ['sku.json', '--sopan'], "Unknown option '--sopan'"],
  ])('%s is a mistake in plain words', (_, words, says) => {
    const { status, said } = run('import', ...words);
    expect(status).toBe(1);
    expect(said).toContain(says);
  });
});
