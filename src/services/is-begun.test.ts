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
  expect(isBegun({ ...opened, answers: { judul: '' } })).toBe(false);
});

test('the first answer begins it, also a No', () => {
  expect(isBegun({ ...opened, answers: { judul: 'K' } })).toBe(true);
  expect(isBegun({ ...opened, answers: { anonim: false } })).toBe(true);
});

test('so does a step left behind, which is how papers come before answers', () => {
  expect(isBegun({ ...opened, place: 'documents' })).toBe(true);
});
