import { expect, test } from 'vitest';
import type { Field } from '#domain/service/definition.ts';
import { publicForms } from '#tests/fixtures/xlsform/public-forms.ts';
import { workbookOf } from '#tests/fixtures/xlsform/workbook.ts';
import { importXlsform } from './import-xlsform.ts';

/** `E "bind:constraint"` is `constraint`. */
function wordsOf(column: string): string {
  return column.replace(/^[A-Z]+ "(?:bind:)?|"$/g, '').toLowerCase();
}

function countOf(fields: readonly Field[]): number {
  return fields.reduce((sum, field) => sum + ('fields' in field ? countOf(field.fields) : 1), 0);
}

test.each(publicForms)('$what: what there is a like for is asked, the rest is named', ({ sheets, asked, lost }) => {
  const result = importXlsform(workbookOf(sheets), {}, 'formulir');
  if ('problem' in result) throw new Error(result.problem);
  const { definition, remarks } = result;
  const named = remarks
    .filter(({ weight }) => weight !== 'note')
    .map(({ place }) => `${place.row} ${wordsOf(place.column ?? '')}`);
  expect(named).toEqual(lost);
  expect(
    countOf(definition?.steps.flatMap(({ fields }) => fields) ?? []) + (definition?.requirements.length ?? 0),
  ).toBe(asked);
});
