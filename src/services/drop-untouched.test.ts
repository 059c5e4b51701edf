import { expect, test } from 'vitest';
import type { LiveQuery, Loadable } from '#lib/live-query.ts';
import { aDraft, aPaper } from '#tests/fixtures/draft.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';
import { dropUntouched } from './drop-untouched.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Answers only after a while, as the phone's store does. */
function later<T>(value: T | 'failed'): LiveQuery<T> {
  let snapshot: Loadable<T> = { state: 'loading' };
  return {
    getSnapshot: () => snapshot,
    subscribe(onChange) {
      queueMicrotask(() => {
        snapshot = value === 'failed' ? { state: 'failed', reason: 'unknown' } : { state: 'ready', value };
        onChange();
      });
      return () => undefined;
    },
  };
}

const spoken = {
  textVersion: '1',
  givenAtMs: 0,
  method: 'spoken',
  language: 'id',
  witness: 'Ketua RT',
  proof: null,
} as const;
const untouched = { createdAtMs: 0, updatedAtMs: 0 };

test('only a form that was opened a day ago and left with certainly nothing in it goes', async () => {
  const hidden: string[] = [];
  const paper = await aPaper(bytesOf('a paper'), { applicationId: 'with-a-paper' });
  const all = [
    aDraft({ ...untouched, id: 'looked-at' }),
    aDraft({ id: 'just-opened', createdAtMs: dayMs, updatedAtMs: dayMs }),
    aDraft({ ...untouched, id: 'answered', answers: { anonim: false } }),
    aDraft({ ...untouched, id: 'saved-once', updatedAtMs: 1 }),
    aDraft({ ...untouched, id: 'a-yes', residentId: 'siti', consent: spoken }),
    aDraft({ ...untouched, id: 'with-a-paper' }),
    aDraft({ ...untouched, id: 'unreadable' }),
    { ...aDraft({ ...untouched, id: 'deleted' }), hiddenAtMs: 5 },
  ];
  await dropUntouched(
    {
      liveDrafts: () => later(all),
      liveDocuments: (id) => later(id === 'unreadable' ? 'failed' : id === 'with-a-paper' ? [paper] : []),
      setHidden: (id) => {
        hidden.push(id);
        return Promise.resolve({ kind: 'stored' });
      },
    },
    dayMs + 1,
  );
  expect(hidden).toEqual(['looked-at']);
});
