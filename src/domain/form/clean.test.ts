import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import { anyJson, rightForm, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import {
  everyService,
  kitchenSink,
  pengaduanAspirasi,
  suratKeteranganUsaha,
} from '#tests/fixtures/services/services.ts';
import { cleanAnswers } from './clean.ts';
import { isJsonArray, isJsonObject, ownValue } from './json-object.ts';
import { visibleFields, visibleSteps } from './visibility.ts';

const anyService = fc.constantFrom(...everyService);
const anyForm = anyService.chain((definition) =>
  fc.oneof(rightForm(definition), spoiltForm(definition), anyJson).map((answers) => ({ definition, answers })),
);

test('cleaning a second time changes nothing, whatever was given', () => {
  fc.assert(
    fc.property(anyForm, ({ definition, answers }) => {
      const once = cleanAnswers(definition, answers, today);
      expect(cleanAnswers(definition, once, today)).toEqual(once);
    }),
    { numRuns: 400 },
  );
});

const anyRightForm = anyService.chain((definition) =>
  rightForm(definition).map((answers) => ({ definition, answers })),
);

/** Every key of an object is a question that is asked there. */
function expectOnlyAsked(fields: readonly Field[], answers: JsonObject, outer: JsonObject): void {
  const asked = new Map(visibleFields(fields, outer, answers).map((field) => [field.id, field]));
  for (const key of Object.keys(answers)) {
    const field = asked.get(key);
    const value = ownValue(answers, key);
    expect(field, key).toBeDefined();
    if (field?.type === 'personGroup' && isJsonObject(value))
      expectOnlyAsked(field.fields, value, { ...outer, ...answers });
    if (field?.type !== 'repeat' || !isJsonArray(value)) continue;
    for (const item of value) if (isJsonObject(item)) expectOnlyAsked(field.fields, item, { ...outer, ...answers });
  }
}

test('an answer to a hidden question never leaves the phone, nor one that no question has', () => {
  fc.assert(
    fc.property(anyForm, ({ definition, answers }) => {
      const cleaned = cleanAnswers(definition, answers, today);
      expectOnlyAsked(
        visibleSteps(definition, cleaned).flatMap(({ fields }) => fields),
        cleaned,
        {},
      );
    }),
    { numRuns: 400 },
  );
});

test('what is asked is the same before and after cleaning', () => {
  fc.assert(
    fc.property(anyRightForm, ({ definition, answers }) => {
      const shown = (given: JsonObject): JsonValue =>
        visibleSteps(definition, given).map(({ id, fields }) => [id, ...fields.map((field) => field.id)]);
      expect(shown(cleanAnswers(definition, answers))).toEqual(shown(answers));
    }),
  );
});

function isEmpty(value: JsonValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

test('nothing empty leaves the phone, and what leaves survives the way as JSON', () => {
  fc.assert(
    fc.property(anyRightForm, ({ definition, answers }) => {
      const cleaned = cleanAnswers(definition, answers, today);
      for (const value of Object.values(cleaned)) expect(isEmpty(value)).toBe(false);
      expect(JSON.parse(JSON.stringify(cleaned))).toEqual(cleaned);
    }),
  );
});

test('each kind of answer gets its one form', () => {
  const typed = {
    nama: '  KANARI\u0000 Zoe\u0301 ',
    cerita: 'satu\r\ndua',
    rt: '002',
    jumlah: '1.250',
    luas: '2,5',
    tanggal: '17/08/45',
    jam: '7.30',
    warna: 'lain',
    warna_lain: 'ungu',
    bantuan: ['pbi', 'pkh', 'pbi'],
    no_pkh: '12 34',
    menikah: 'Tidak',
    nik: '9999 9901.0190-0001',
    no_kk: '9999 9901 0190 0002',
    hp: '0800-1234-5678',
    desa: ' 36.03.01.1001 ',
    ahli_waris: [{ nama: '' }, { nama: 'KANARI', umur: '12' }, { nama: ' ' }, null],
    kendaraan: [],
    stranger: 'x',
  };
  expect(cleanAnswers(kitchenSink, typed, today)).toEqual({
    nama: 'KANARI Zo\u00E9',
    cerita: 'satu\ndua',
    rt: '002',
    jumlah: 1250,
    luas: 2.5,
    tanggal: '1945-08-17',
    jam: '07:30',
    warna: 'lain',
    warna_lain: 'ungu',
    bantuan: ['pkh', 'pbi'],
    no_pkh: '1234',
    menikah: false,
    nik: '9999990101900001',
    no_kk: '9999990101900002',
    hp: '+6280012345678',
    desa: '36.03.01.1001',
    ahli_waris: [{}, { nama: 'KANARI', umur: 12 }],
  });
});

test('what can not be understood stays as it was typed, so that the person can repair it', () => {
  const typed = { nama: 7, jumlah: 'banyak', tanggal: '30-02-2026', jam: 'pagi', menikah: 'mungkin', kendaraan: 'ada' };
  expect(cleanAnswers(kitchenSink, typed, today)).toEqual(typed);
});

test('an answer comes back once its question is asked again', () => {
  const given = { anonim: false, nama_pelapor: 'KANARI', no_hp: '080012345678' };
  expect(cleanAnswers(pengaduanAspirasi, { ...given, anonim: true })).toEqual({ anonim: true });
  expect(cleanAnswers(pengaduanAspirasi, given)).toEqual({ ...given, no_hp: '+6280012345678' });
});

test('F82: keys that JavaScript treats specially pollute nothing and are not sent', () => {
  const hostile: JsonValue = JSON.parse(
    '{"__proto__":{"nama_usaha":"x","polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  );
  expect(cleanAnswers(suratKeteranganUsaha, hostile)).toEqual({});
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('a question may be called like a member of every object', () => {
  const definition: ServiceDefinition = {
    ...pengaduanAspirasi,
    steps: [
      { id: 'satu', title: { id: 'Satu' }, fields: [{ id: 'constructor', type: 'text', label: { id: 'Kontraktor' } }] },
    ],
  };
  expect(cleanAnswers(definition, {})).toEqual({});
  expect(cleanAnswers(definition, { constructor: 'KANARI' })).toEqual({ constructor: 'KANARI' });
});
