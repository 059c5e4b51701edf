import { expect, test } from 'vitest';
import type { Draft } from '#domain/application/draft.ts';
import { pengaduanAspirasi } from '#tests/fixtures/services/services.ts';
import { isBegun } from './is-begun.ts';

const opened: Draft = {
  id: '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f',
  ownerId: null,
  definition: pengaduanAspirasi,
  answers: {},
  place: 'laporan',
  createdAtMs: 0,
  updatedAtMs: 0,
};

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
