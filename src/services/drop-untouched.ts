import type { ListedDraft } from '#domain/application/draft.ts';
import { isBegun } from './is-begun.ts';
import type { DraftStore } from './ports.ts';

/** For so long a form that nobody typed in may still be open in another tab. */
const keptMs = 24 * 60 * 60 * 1000;

/** Hides forms that were opened, and left without an answer or a paper. Nothing that a person gave is in them. */
export async function dropUntouched(
  drafts: Pick<DraftStore, 'liveDrafts' | 'readDocuments' | 'setHidden'>,
  nowMs: number,
): Promise<void> {
  for (const draft of await readAll(drafts)) {
    if (draft.hiddenAtMs !== undefined || isBegun(draft) || draft.createdAtMs > nowMs - keptMs) continue;
    if ((await drafts.readDocuments(draft.id)).length === 0) await drafts.setHidden(draft.id, nowMs);
  }
}

function readAll({ liveDrafts }: Pick<DraftStore, 'liveDrafts'>): Promise<readonly ListedDraft[]> {
  const live = liveDrafts();
  return new Promise((resolve) => {
    const stop = live.subscribe(look);
    function look(): void {
      const snapshot = live.getSnapshot();
      if (snapshot.state === 'loading') return;
      resolve(snapshot.state === 'ready' ? snapshot.value : []);
      stop();
    }
  });
}
