import { expect, test } from 'vitest';
import type { AttachResult } from './menu.ts';
import { createSharedMenu } from './shared-menu.ts';

function inbox(result: AttachResult) {
  const files = new Map([['f1', new File(['abc'], 'ktp.jpg')]]);
  const menu = createSharedMenu(
    {
      live: () => {
        throw new Error('nobody looks at the list here');
      },
      read: (id) => Promise.resolve(files.get(id)),
      remove(id) {
        files.delete(id);
        return Promise.resolve({ kind: 'stored' });
      },
    },
    { attach: () => Promise.resolve(result) },
  );
  return { files, menu };
}

test('a shared file leaves the inbox only when it is attached', async () => {
  const attached = { kind: 'attached', document: {} } as unknown as AttachResult;
  const taken = inbox(attached);
  expect(await taken.menu.attach('f1', 'd1', 'ktp')).toBe(attached);
  expect(taken.files.size).toBe(0);

  const others: readonly AttachResult[] = [
    { kind: 'refused', reason: 'pdf-locked' },
    { kind: 'refused', reason: 'draft-gone' },
    { kind: 'failed', reason: 'quota' },
  ];
  for (const result of others) {
    const kept = inbox(result);
    expect(await kept.menu.attach('f1', 'd1', 'ktp')).toBe(result);
    expect(kept.files.size).toBe(1);
  }
});

test('a shared file that is gone is said to be unreadable, and one can be deleted', async () => {
  const { files, menu } = inbox({ kind: 'failed', reason: 'unknown' });
  expect(await menu.attach('f2', 'd1', 'ktp')).toEqual({ kind: 'refused', reason: 'unreadable' });
  expect(await menu.remove('f1')).toEqual({ kind: 'saved' });
  expect(files.size).toBe(0);
});
