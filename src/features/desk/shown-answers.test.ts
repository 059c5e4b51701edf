import { expect, test } from 'vitest';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { shownAnswers } from './shown-answers.ts';

const form = {
  steps: [{ id: 'data', title: { id: 'Data' }, fields: [{ id: 'nik', type: 'nik', label: { id: 'NIK' } }] }],
} as unknown as ServiceDefinition;
const nik = '9903010101900001';
const masked = '99••••••••••0001';
const numbers = new Map([['/nik', nik]]);

test('what an older office sends whole is masked here, and shown without asking it', () => {
  const seen = { data: { nik, catatan: 'a' }, version: 2 };
  expect(shownAnswers(seen, form, null)).toEqual({
    answers: { nik: masked, catatan: 'a' },
    count: 1,
    isMaskedByOffice: false,
    isShown: false,
  });
  expect(shownAnswers(seen, form, { version: 2, numbers: new Map() })).toMatchObject({
    answers: { nik },
    isShown: true,
  });
});

test('what the office has masked is shown as it reveals it, and only of the version that is looked at', () => {
  const seen = { data: { nik: masked }, version: 2 };
  expect(shownAnswers(seen, form, null)).toMatchObject({ answers: { nik: masked }, count: 1, isMaskedByOffice: true });
  expect(shownAnswers(seen, form, { version: 2, numbers })).toMatchObject({ answers: { nik }, isShown: true });
  expect(shownAnswers(seen, form, { version: 1, numbers })).toMatchObject({ answers: { nik: masked }, isShown: false });
});

test('an answer of that shape to a question that this form does not know is masked, and shown with the others', () => {
  const seen = { data: { nik: masked, rekening: '9903010101900002' }, version: 1 };
  expect(shownAnswers(seen, form, null).answers).toEqual({ nik: masked, rekening: '99••••••••••0002' });
  expect(shownAnswers(seen, form, { version: 1, numbers }).answers).toEqual({ nik, rekening: '9903010101900002' });
});

test('where no number was asked for there is nothing to show', () => {
  expect(shownAnswers({ data: { nama: 'Siti' }, version: 1 }, form, null)).toMatchObject({ count: 0 });
});
