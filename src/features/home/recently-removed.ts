import { undoOfferedMs, type ListedDraft } from '#domain/application/draft.ts';

/**
 * Drafts to be offered back: deleted before the screen came, and not long ago.
 * @param nowMs may be half a minute old, and earlier than `cameAtMs`
 */
export function recentlyRemoved(
  drafts: readonly ListedDraft[],
  cameAtMs: number,
  nowMs: number,
): readonly ListedDraft[] {
  return drafts.filter(
    ({ hiddenAtMs }) =>
      hiddenAtMs !== undefined && hiddenAtMs < cameAtMs && Math.abs(nowMs - hiddenAtMs) < undoOfferedMs,
  );
}
