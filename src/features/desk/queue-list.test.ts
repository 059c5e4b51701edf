import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { QueueLine } from '#domain/desk/queue-line.ts';
import { firstPage, refreshed, withCase, withPage, withSeen } from './queue-list.ts';

const line = (id: string, version = 1): QueueLine => ({
  id,
  registrationNumber: id,
  serviceId: 'sku',
  status: 'submitted',
  version,
  receivedAtMs: 0,
  applicantName: null,
  office: null,
  dueOn: null,
  assignee: null,
  hasDuplicates: false,
  isSealed: false,
  submittedBy: null,
});

const someCase: DeskCase = {
  id: 'a',
  registrationNumber: 'a',
  serviceId: 'sku',
  schemaVersion: 1,
  status: 'returned',
  version: 9,
  receivedAtMs: 0,
  updatedAtMs: 0,
  data: {},
  papers: [],
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
  etag: '',
};

test('pages that overlap because the list moved show every application once', () => {
  const ids = fc.array(fc.nat({ max: 20 }).map(String), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(ids, { minLength: 1 }), (pages) => {
      const list = pages
        .map((page) => ({ lines: [...new Set(page)].map((id) => line(id)), next: null }))
        .reduce((sum, page) => withPage(sum, page), firstPage({ lines: [], next: null }));
      expect(list.lines.map(({ id }) => id).toSorted()).toEqual([...new Set(pages.flat())].toSorted());
    }),
  );
});

test('after a refresh only what is new or has changed is marked, until it is looked at', () => {
  const before = firstPage({ lines: [line('a'), line('b'), line('c')], next: null });
  const now = refreshed(before, firstPage({ lines: [line('a'), line('b', 2), line('d')], next: 'more' }));
  expect([...now.fresh]).toEqual(['b', 'd']);
  expect(now.next).toBe('more');
  const later = refreshed(withSeen(now, 'b'), firstPage({ lines: [line('b', 2), line('d')], next: null }));
  expect([...later.fresh]).toEqual(['d']);
});

test('what was decided is so in the list too, and nothing older takes its place', () => {
  const list = firstPage({ lines: [line('a'), line('b', 3)], next: 'more' });
  const seen = {
    id: 'a',
    status: 'under_review',
    version: 2,
    assignee: { accountId: 'p', name: 'P' },
    due: null,
  } as const;
  const decided = withCase(list, { ...someCase, ...seen });
  expect(decided.lines[0]).toEqual({ ...line('a', 2), status: 'under_review', assignee: seen.assignee });
  expect(decided.lines[1]).toBe(list.lines[1]);
  expect(decided.next).toBe('more');
  expect(withCase(list, { ...someCase, id: 'b', version: 2 })).toBe(list);
  expect(withCase(list, { ...someCase, id: 'c' })).toBe(list);
});
