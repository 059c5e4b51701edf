import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
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
    expect(run('check')).toEqual({ status: 0, said: `catalogue: ${shippedServices.length} services valid` });
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
