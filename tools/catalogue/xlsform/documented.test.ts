import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importedColumns, lostColumns, passedColumns } from './columns.ts';
import { importedTypes, silentTypes, unknownTypes } from './question-type.ts';

const guide = readFileSync(new URL('../../../docs/service-definition.md', import.meta.url), 'utf8');
const [, section = ''] = /<!-- xlsform:([\s\S]*?)<!-- \/xlsform -->/.exec(guide) ?? [];
const [types = '', columns = ''] = section.split('| column of the survey');
const isRow = (line: string) => line.startsWith('| `');
/** The names in the first cell of every row. */
const documented = (table: string) =>
  new Set(
    table
      .split('\n')
      .filter(isRow)
      .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name)),
  );

test('the guide names every type that is imported, and every one that is not', () => {
  expect(documented(types)).toEqual(
    new Set([...Object.keys(importedTypes), ...silentTypes, ...Object.keys(unknownTypes)]),
  );
});

test('the guide names every column that is read, and every one that is not', () => {
  expect(documented(columns)).toEqual(
    new Set([...importedColumns, ...Object.keys(lostColumns), ...Object.keys(passedColumns)]),
  );
});
