import { expect, test } from 'vitest';
import { undoOfferedMs, undoPossibleMs } from '#domain/application/draft.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { recentlyRemoved } from './recently-removed.ts';

const cameAtMs = 1_000_000;
const removed = (hiddenAtMs: number) => ({ ...aDraft(), hiddenAtMs });
const offered = (hiddenAtMs: number, nowMs = cameAtMs) =>
  recentlyRemoved([aDraft(), removed(hiddenAtMs)], cameAtMs, nowMs).map((draft) => draft.hiddenAtMs);

test('one that was deleted before the screen came can be taken back; one that was not deleted is not offered', () => {
  expect(offered(cameAtMs - 5_000)).toEqual([cameAtMs - 5_000]);
  expect(recentlyRemoved([aDraft()], cameAtMs, cameAtMs - 30_000)).toEqual([]);
});

test('one that is deleted on this screen has its message, also while the clock on screen is an old one', () => {
  expect(offered(cameAtMs + 5_000, cameAtMs - 25_000)).toEqual([]);
});

test('after a minute it is not offered any more, long before it is gone', () => {
  expect(offered(cameAtMs - 5_000, cameAtMs - 5_000 + undoOfferedMs)).toEqual([]);
  expect(undoPossibleMs).toBeGreaterThan(undoOfferedMs + 30_000);
});

test('a clock that was set back by years offers nothing that was deleted then', () => {
  expect(offered(cameAtMs - 1, cameAtMs - 1e12)).toEqual([]);
});
