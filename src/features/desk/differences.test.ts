import { expect, test } from 'vitest';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import { differences } from './differences.ts';

const before: DeskCase = {
  id: '1',
  registrationNumber: 'A-1',
  serviceId: 'sku',
  schemaVersion: 1,
  status: 'submitted',
  version: 1,
  receivedAtMs: 0,
  updatedAtMs: 0,
  data: { nama: 'KANARI', usaha: 'Warung' },
  papers: [{ id: 'p1', slot: 'ktp', mediaType: 'image/jpeg', sizeBytes: 1, state: 'clean' }],
  reason: null,
  fields: [],
  history: [],
  office: null,
  due: null,
  results: [],
  assignee: null,
  duplicates: [],
  onBehalf: null,
  isSealed: false,
  etag: '"1"',
};

test('the same again differs in nothing, whatever its version says', () => {
  expect(differences(before, { ...before, version: 2, etag: '"2"' })).toEqual([]);
});

test('who has it now, where it is now and what was repaired are each named', () => {
  const now: DeskCase = {
    ...before,
    status: 'rejected',
    reason: 'Bukan warga desa ini.',
    assignee: { accountId: 'b', name: 'KANARI Dua' },
    data: { nama: 'KANARI', usaha: 'Bengkel' },
    papers: [{ id: 'p2', slot: 'ktp', mediaType: 'image/jpeg', sizeBytes: 1, state: 'clean' }],
    results: [{ id: 'r', kind: 'pickup', title: 'Surat', number: null, atMs: null, pickup: null }],
  };
  expect(differences(before, now)).toEqual([
    { kind: 'status', from: 'submitted', to: 'rejected', reason: 'Bukan warga desa ini.' },
    { kind: 'assignee', to: { accountId: 'b', name: 'KANARI Dua' } },
    { kind: 'answers', ids: ['usaha'] },
    { kind: 'papers', slots: ['ktp'] },
    { kind: 'results' },
  ]);
});
