import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { rightForm, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import {
  aktaKelahiran,
  everyService,
  kitchenSink,
  pengaduanAspirasi,
  suratKeteranganUsaha,
} from '#tests/fixtures/services/services.ts';
import type { FieldProblem } from './answers.ts';
import { cleanAnswers } from './clean.ts';
import { answersJsonSchema } from './json-schema.ts';
import { validateAnswers } from './validate.ts';

/** As another backend would: a standard validator that knows nothing of this app. */
function compiled(definition: ServiceDefinition): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(answersJsonSchema(definition));
}
const validators = new Map(everyService.map((definition) => [definition, compiled(definition)]));
const accepts = (definition: ServiceDefinition, answers: JsonValue): boolean =>
  validators.get(definition)?.(answers) === true;

/** What moves with the day, and two people who are one, the schema leaves to a comment. */
const sayable = ({ code, params }: FieldProblem): boolean =>
  !['tooEarly', 'tooLate', 'notDifferent'].includes(code) && !(code === 'tooLarge' && params?.['max'] === 2026);
const refused = (definition: ServiceDefinition, answers: JsonValue): readonly FieldProblem[] =>
  validateAnswers(definition, answers, { today }).filter(sayable);

const anyService = fc.constantFrom(...everyService);

test('right answers, cleaned, pass the schema and the app alike', () => {
  const anyRight = anyService.chain((definition) => rightForm(definition).map((answers) => ({ definition, answers })));
  fc.assert(
    fc.property(anyRight, ({ definition, answers }) => {
      const cleaned = cleanAnswers(definition, answers, today);
      expect(refused(definition, cleaned)).toEqual([]);
      expect(accepts(definition, cleaned), JSON.stringify(validators.get(definition)?.errors)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('spoilt answers are judged by the schema as the app judges them', () => {
  const anySpoilt = anyService.chain((definition) =>
    spoiltForm(definition).map((answers) => ({ definition, answers })),
  );
  let wrong = 0;
  fc.assert(
    fc.property(anySpoilt, ({ definition, answers }) => {
      // As JSON, because that is what travels: it has no Infinity.
      const given: JsonValue = JSON.parse(JSON.stringify(answers));
      const cleaned = cleanAnswers(definition, given, today);
      const problems = refused(definition, cleaned);
      if (problems.length > 0) wrong += 1;
      expect(accepts(definition, cleaned), JSON.stringify({ cleaned, problems })).toBe(problems.length === 0);
    }),
    { numRuns: 1000 },
  );
  expect(wrong).toBeGreaterThan(200);
});

test('an unknown key is refused by both, at the top and inside of a group', () => {
  const anyRight = rightForm(aktaKelahiran).map((answers) => cleanAnswers(aktaKelahiran, answers, today));
  fc.assert(
    fc.property(anyRight, (answers) => {
      for (const strange of [
        { ...answers, asing: 1 },
        { ...answers, saksi1: { nama: 'KANARI', nik: '9999990101900001', asing: 1 } },
      ]) {
        expect(refused(aktaKelahiran, strange).map(({ code }) => code)).toEqual(['unknownField']);
        expect(accepts(aktaKelahiran, strange)).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});

test('an answer to a hidden question is refused by the schema: a careful client never sends it', () => {
  const answers = { judul: 'Antrean', isi: 'Tidak dipanggil-panggil', anonim: true };
  expect(accepts(pengaduanAspirasi, answers)).toBe(true);
  expect(accepts(pengaduanAspirasi, { ...answers, nama_pelapor: 'KANARI' })).toBe(false);
  expect(accepts(pengaduanAspirasi, { ...answers, anonim: false })).toBe(false);
  expect(accepts(pengaduanAspirasi, { ...answers, anonim: false, nama_pelapor: 'KANARI' })).toBe(true);
});

test('F24, F82: control characters, numbers for NIK and huge numbers pass neither', () => {
  const answers = { judul: 'Antrean', isi: 'Tidak dipanggil-panggil', anonim: true };
  expect(accepts(pengaduanAspirasi, { ...answers, judul: 'Antr\u0000ean' })).toBe(false);
  const schema = JSON.stringify(answersJsonSchema(kitchenSink));
  expect(schema).not.toContain('"nik":{"type":"number"');
  expect(schema).toContain('"maximum":9007199254740991');
});

test.each([
  ['nothing but blanks', ' \n\u00A0'],
  ['nothing that can be seen', '\u200B\u2060\uFE0F'],
  ['blanks around it', ' Antrean'],
  ['a line end after it', 'Antrean\n'],
  ['two lines where there is one', 'Antrean\npanjang'],
  ['a control character', 'Antr\u0085ean'],
])('a text with %s passes no schema: it is not in its one form', (_name, judul) => {
  const answers = { judul: 'Antrean', isi: 'Tidak dipanggil\nsampai sore', anonim: true };
  expect(accepts(pengaduanAspirasi, answers)).toBe(true);
  expect(accepts(pengaduanAspirasi, { ...answers, judul })).toBe(false);
});

test('what the schema can not say stands in a comment', () => {
  const text = JSON.stringify(answersJsonSchema(kitchenSink));
  expect(text).toContain('Asked only while');
  expect(text).toContain('not before 2000-01-01 and not after today');
  expect(JSON.stringify(answersJsonSchema(suratKeteranganUsaha))).toContain(
    'Not later than the year that it is in WIB.',
  );
  expect(JSON.stringify(answersJsonSchema(aktaKelahiran))).toContain('Not the same as saksi1.nik, nik_ibu, nik_ayah.');
  expect(answersJsonSchema(kitchenSink)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ajukan:schema:answers:serba-ada:7',
    title: 'Serba ada',
  });
});
