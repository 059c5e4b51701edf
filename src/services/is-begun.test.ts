import { expect, test } from 'vitest';
import { aDraft } from '#tests/fixtures/draft.ts';
import { isBegun } from './is-begun.ts';

const opened = aDraft({ place: 'laporan' });

test('a form that was only looked at is no draft', () => {
  expect(isBegun(opened)).toBe(false);
});

test('the first answer begins it, also a No, and one that was taken out again', () => {
  expect(isBegun({ ...opened, answers: { judul: 'K' }, updatedAtMs: 400 })).toBe(true);
  expect(isBegun({ ...opened, answers: { anonim: false }, updatedAtMs: 400 })).toBe(true);
  expect(isBegun({ ...opened, updatedAtMs: 400 })).toBe(true);
});

test('a step left begins it, which is how papers come before answers; so does an application to repair', () => {
  expect(isBegun({ ...opened, place: 'documents', updatedAtMs: 400 })).toBe(true);
  expect(isBegun({ ...opened, answers: { judul: 'K' } })).toBe(true);
});
