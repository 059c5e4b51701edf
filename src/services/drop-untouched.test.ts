import { expect, test } from 'vitest';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import type { LiveQuery, Loadable } from '#lib/live-query.ts';
import { pengaduanAspirasi } from '#tests/fixtures/services/services.ts';
import { dropUntouched } from './drop-untouched.ts';

const dayMs = 24 * 60 * 60 * 1000;
const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  ownerId: null,
  definition: pengaduanAspirasi,
  answers: {},
  place: 'laporan',
  createdAtMs: 0,
  updatedAtMs: 0,
  ...more,
});
const paper: AttachedDocument = {
  id: 'paper',
  applicationId: 'with-a-paper',
  slot: 'bukti',
  mediaType: 'image/png',
  sizeBytes: 1,
  sha256: '0'.repeat(64),
  fileName: 'bukti.png',
  attachedAtMs: 0,
};

/** Answers only after a while, as the phone's store does. */
function later<T>(value: T): LiveQuery<T> {
  let snapshot: Loadable<T> = { state: 'loading' };
  return {
    getSnapshot: () => snapshot,
    subscribe(onChange) {
      queueMicrotask(() => {
        snapshot = { state: 'ready', value };
        onChange();
      });
      return () => undefined;
    },
  };
}

test('only a form that was opened a day ago and left with nothing in it goes', async () => {
  const hidden: string[] = [];
  const all = [
    draft('looked-at'),
    draft('just-opened', { createdAtMs: dayMs, updatedAtMs: dayMs }),
    draft('answered', { answers: { anonim: false } }),
    draft('saved-once', { updatedAtMs: 1 }),
    draft('with-a-paper'),
  ];
  await dropUntouched(
    {
      liveDrafts: () => later(all),
      readDocuments: (id) => Promise.resolve(id === 'with-a-paper' ? [paper] : []),
      setHidden: (id) => {
        hidden.push(id);
        return Promise.resolve({ kind: 'stored' });
      },
    },
    dayMs + 1,
  );
  expect(hidden).toEqual(['looked-at']);
});
