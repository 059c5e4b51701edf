import { expect, it, vi } from 'vitest';
import type { GivenFile } from '#domain/application/given-result.ts';
import { createResultsMenu, type ResultsPorts } from './results-menu.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 KANARI').buffer;
const file: GivenFile = {
  kind: 'file',
  id: 'r1',
  title: 'Surat',
  number: null,
  givenAtMs: 1,
  sizeBytes: bytes.byteLength,
  sha256: 'as promised',
};

function menu(change: Partial<ResultsPorts> = {}) {
  const onKept = vi.fn<() => void>();
  const keep = vi.fn<ResultsPorts['store']['keep']>(() => Promise.resolve('kept'));
  const results = createResultsMenu({
    store: { read: () => Promise.resolve(null), keep },
    fetchResult: () => Promise.resolve({ kind: 'ok', bytes }),
    digest: () => Promise.resolve('as promised'),
    onKept,
    openPdf: () => Promise.resolve({ kind: 'unreadable' }),
    askIssued: () => Promise.resolve({ kind: 'unknown' }),
    ...change,
  });
  return { results, onKept, keep };
}

it('asks the office once and keeps what is whole', async () => {
  const { results, onKept, keep } = menu();
  expect(await results.read('a', file)).toEqual({ kind: 'here', bytes, kept: 'kept' });
  expect(keep).toHaveBeenCalledWith('a', file, bytes);
  expect(onKept).toHaveBeenCalledOnce();
});

it('does not ask for what the phone has', async () => {
  const fetchResult = vi.fn<ResultsPorts['fetchResult']>(() => Promise.resolve({ kind: 'gone' }));
  const { results } = menu({
    fetchResult,
    store: { read: () => Promise.resolve(bytes), keep: () => Promise.resolve('kept') },
  });
  expect(await results.read('a', file)).toMatchObject({ kind: 'here', kept: 'kept' });
  expect(fetchResult).not.toHaveBeenCalled();
});

it.each([
  ['another digest', { ...file, sha256: 'other' }],
  ['another size', { ...file, sizeBytes: file.sizeBytes + 1 }],
])('keeps and shows nothing of %s', async (_name, other) => {
  const { results, keep } = menu();
  expect(await results.read('a', other)).toEqual({ kind: 'damaged' });
  expect(keep).not.toHaveBeenCalled();
});

it('shows what may not be kept, and says why', async () => {
  const { results, onKept, keep } = menu();
  keep.mockResolvedValue('not-kept');
  expect(await results.read('a', file)).toEqual({ kind: 'here', bytes, kept: 'not-kept' });
  expect(onKept).not.toHaveBeenCalled();
});

it.each(['gone', 'no-connection'] as const)('passes on that it is %s', async (kind) => {
  const { results } = menu({ fetchResult: () => Promise.resolve({ kind }) });
  expect(await results.read('a', file)).toEqual({ kind });
});
