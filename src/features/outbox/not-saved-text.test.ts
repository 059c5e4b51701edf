import { expect, test } from 'vitest';
import { notSavedText } from './not-saved-text.ts';

test('a full phone is called full; only an application that is gone is called gone', () => {
  expect(notSavedText({ kind: 'failed', reason: 'quota' })).toMatch(/Penyimpanan HP penuh/);
  expect(notSavedText({ kind: 'failed', reason: 'unknown' })).not.toMatch(/tidak ada lagi/);
  expect(notSavedText({ kind: 'gone' })).toMatch(/tidak ada lagi di HP ini/);
});
