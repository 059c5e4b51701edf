import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { everyBranch } from '#tests/fixtures/services/branches.ts';
import { everyService, replacedServices } from '#tests/fixtures/services/services.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { cleanAnswers } from './clean.ts';
import { fitAnswers } from './fit-answers.ts';
import { isJsonArray, isJsonObject } from './json-object.ts';
import { validateAnswers } from './validate.ts';

const context = { today, isKnownArea: () => true };
const form = (fields: readonly object[]) => ({ steps: [{ id: 's', fields }], requirements: [] }) as never;

describe('answers of an earlier application in the form of today', () => {
  it('answers to the same version all fit', () => {
    for (const definition of shippedServices) {
      const [given = {}] = everyBranch(definition);
      const answers = cleanAnswers(definition, given, today);
      expect(fitAnswers(definition, answers, context), definition.id).toEqual({ answers, dropped: 0 });
    }
  });

  it('an option that is gone, a question that is gone and a date that has passed are left out, and counted', () => {
    const options = [{ value: 'baru', label: { id: 'Baru' } }];
    const definition = form([
      { id: 'nama', type: 'text', label: { id: 'Nama' } },
      { id: 'jenis', type: 'select', label: { id: 'Jenis' }, options, required: true },
      { id: 'acara', type: 'date', label: { id: 'Acara' }, min: 'today' },
    ]);
    const given = { nama: 'KANARI', jenis: 'lama', acara: '2020-01-01', alamat: 'Jalan Kenari' };
    expect(fitAnswers(definition, given, context)).toEqual({ answers: { nama: 'KANARI' }, dropped: 3 });
  });

  it('one wrong answer in a list leaves the others where they are', () => {
    const fields = [
      { id: 'nama', type: 'text', label: { id: 'Nama' } },
      { id: 'nik', type: 'nik', label: { id: 'NIK' } },
    ];
    const definition = form([
      { id: 'orang', type: 'repeat', label: { id: 'Orang' }, itemLabel: { id: 'Orang' }, fields },
    ]);
    const given = { orang: [{ nik: '1' }, { nama: 'KANARI', nik: '2' }] };
    expect(fitAnswers(definition, given, context)).toEqual({
      answers: { orang: [{}, { nama: 'KANARI' }] },
      dropped: 2,
    });
  });

  it('whatever was answered to whatever form, what is kept would not be refused, and nothing is made up', () => {
    const forms = [...everyService, ...replacedServices];
    const answersOf = fc.constantFrom(...forms).chain((definition) => spoiltForm(definition));
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.oneof(answersOf, anyJson), (definition, given) => {
        const { answers, dropped } = fitAnswers(definition, isJsonObject(given) ? given : {}, context);
        const codes = validateAnswers(definition, answers, context).map(({ code }) => code);
        expect(codes.filter((code) => code !== 'required' && code !== 'tooFewItems')).toEqual([]);
        expect(dropped).toBeGreaterThanOrEqual(0);
        expect(leaves(answers).length).toBeLessThanOrEqual(leaves(given).length);
      }),
      { numRuns: 300 },
    );
  });
});

function leaves(value: JsonValue): readonly JsonValue[] {
  if (isJsonObject(value)) return Object.values<JsonValue>(value satisfies JsonObject).flatMap(leaves);
  return isJsonArray(value) && value.some(isJsonObject) ? value.flatMap(leaves) : [value];
}
