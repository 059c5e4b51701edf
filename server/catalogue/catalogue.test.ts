import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceList } from '#contract/schemas.ts';
import { hostileDefinitions } from '#tests/fixtures/services/hostile-definitions.ts';
import { testService } from '../testing/test-service.ts';
import { CatalogueError, loadCatalogue } from './catalogue.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-katalog-'));
  mkdirSync(join(folder, 'archive'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (name: string, json: unknown) => writeFileSync(join(folder, name), JSON.stringify(json));

describe('the catalogue', () => {
  it('of this release offers services that the contract knows how to list, each with its schema', () => {
    const { list, find } = loadCatalogue(fileURLToPath(new URL('.', import.meta.url)));
    const { items } = ServiceList.parse(JSON.parse(list.body));
    expect(items.length).toBeGreaterThan(0);
    for (const { id } of items) expect(find(id)?.schema.body).toContain('https://json-schema.org/draft/2020-12/schema');
  });

  it('takes an older version of a form for 180 days after it was replaced (F55)', () => {
    write('surat-uji.json', testService);
    write('archive/surat-uji.v2.json', { replacedAt: '2026-11-01', definition: { ...testService, schemaVersion: 2 } });
    const { findVersion } = loadCatalogue(folder);
    const replacedAtMs = Date.parse('2026-11-01');
    const dayMs = 24 * 60 * 60 * 1000;
    expect(findVersion('surat-uji', 3, replacedAtMs)).toEqual(testService);
    expect(findVersion('surat-uji', 2, replacedAtMs + 179 * dayMs)).toMatchObject({ schemaVersion: 2 });
    expect(findVersion('surat-uji', 2, replacedAtMs + 180 * dayMs)).toBe('unknown-version');
    expect(findVersion('surat-uji', 1, replacedAtMs)).toBe('unknown-version');
    expect(findVersion('surat-lain', 3, replacedAtMs)).toBe('unknown-service');
  });

  it('changes the tag of a service with its content', () => {
    write('surat-uji.json', testService);
    const before = loadCatalogue(folder);
    write('surat-uji.json', { ...testService, unit: 'Kecamatan' });
    const after = loadCatalogue(folder);
    expect(after.list.etag).not.toBe(before.list.etag);
    expect(after.find('surat-uji')?.definition.etag).not.toBe(before.find('surat-uji')?.definition.etag);
  });

  it('says so when it is empty', () => {
    expect(() => loadCatalogue(folder)).toThrow('no service in it');
  });

  it.each(hostileDefinitions.map(({ what, text }) => [what, text]))('does not start with %s', (_, text) => {
    writeFileSync(join(folder, 'jahat.json'), text);
    let said = '';
    try {
      loadCatalogue(folder);
    } catch (error) {
      if (error instanceof CatalogueError) said = error.message;
    }
    expect(said).toContain('jahat.json');
    expect(said.length).toBeLessThan(500);
  });

  it('does not start with a file of megabytes, nor with two files for one service', () => {
    write('surat-uji.json', { ...testService, 'x-a': 'a'.repeat(1_000_000) });
    expect(() => loadCatalogue(folder)).toThrow('larger than 1 MB');
    write('surat-uji.json', testService);
    write('salinan.json', testService);
    expect(() => loadCatalogue(folder)).toThrow('two files are the service "surat-uji"');
  });

  it('names the file that is no service', () => {
    write('rusak.json', { ...testService, steps: 'tidak ada' });
    expect(() => loadCatalogue(folder)).toThrow('rusak.json');
    writeFileSync(join(folder, 'rusak.json'), '{');
    expect(() => loadCatalogue(folder)).toThrow('rusak.json');
    rmSync(join(folder, 'rusak.json'));
    write('benar.json', testService);
    write('archive/rusak.json', testService);
    expect(() => loadCatalogue(folder)).toThrow('rusak.json');
    write('archive/rusak.json', { replacedAt: 'kemarin', definition: testService });
    expect(() => loadCatalogue(folder)).toThrow('rusak.json');
  });
});
