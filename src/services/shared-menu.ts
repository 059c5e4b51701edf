import type { DraftsMenu, SharedMenu } from './menu.ts';
import type { SharedFileStore } from './ports.ts';

export function createSharedMenu(store: SharedFileStore, drafts: Pick<DraftsMenu, 'attach'>): SharedMenu {
  return {
    list: () => store.live(),
    read: async (id) => (await store.read(id)) ?? null,
    async attach(id, draftId, slot) {
      const file = await store.read(id);
      if (file === undefined) return { kind: 'refused', reason: 'unreadable' };
      const result = await drafts.attach(draftId, slot, file);
      // Only now: whatever ends before leaves it where it was.
      if (result.kind === 'attached') await store.remove(id);
      return result;
    },
    async remove(id) {
      const result = await store.remove(id);
      return result.kind === 'stored' ? { kind: 'saved' } : result;
    },
  };
}
