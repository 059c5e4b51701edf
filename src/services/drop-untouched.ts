import type { LiveQuery } from '#lib/live-query.ts';
import { isBegun } from './is-begun.ts';
import type { DraftStore } from './ports.ts';

/** For so long a form that nobody typed in may still be open in another tab. */
const keptMs = 24 * 60 * 60 * 1000;

/**
 * Hides forms that were opened, and left without an answer or a paper. Nothing that a person gave is in them. Where the
 * store can't say what is in one, it stays.
 */
export async function dropUntouched(
  drafts: Pick<DraftStore, 'liveDrafts' | 'liveDocuments' | 'setHidden'>,
  nowMs: number,
): Promise<void> {
  for (const draft of (await readOnce(drafts.liveDrafts())) ?? []) {
    if (draft.hiddenAtMs !== undefined || isBegun(draft) || draft.createdAtMs > nowMs - keptMs) continue;
    const papers = await readOnce(drafts.liveDocuments(draft.id));
    if (papers?.length === 0) await drafts.setHidden(draft.id, nowMs);
  }
}

/** Undefined when it can't be read. */
function readOnce<T>(live: LiveQuery<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const stop = live.subscribe(look);
    function look(): void {
      const snapshot = live.getSnapshot();
      if (snapshot.state === 'loading') return;
      resolve(snapshot.state === 'ready' ? snapshot.value : undefined);
      stop();
    }
  });
}
