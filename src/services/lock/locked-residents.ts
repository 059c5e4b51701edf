import { lockConsent, lockResident, openDraft, openResident, openWalletPaper } from '#domain/lock/locked-rows.ts';
import type { RowKey } from '#domain/lock/row-key.ts';
import { mapLiveLater } from '#lib/map-live-later.ts';
import type { ResidentStore } from '../resident-ports.ts';
import { allOpened } from './all-opened.ts';

/** Folders of residents whose words can't be read without the key. */
export function lockedResidents(plain: ResidentStore, key: RowKey, seals: boolean): ResidentStore {
  return {
    ...plain,
    liveResidents: () =>
      mapLiveLater(plain.liveResidents(), async (all) =>
        // The store had no names to go by.
        (await allOpened(all, (one) => openResident(key, one))).toSorted(
          (a, b) => a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1),
        ),
      ),
    liveResident: (id) =>
      mapLiveLater(plain.liveResident(id), async (one) =>
        one === null ? null : ((await openResident(key, one)) ?? null),
      ),
    liveFolder: (id) =>
      mapLiveLater(plain.liveFolder(id), async (folder) => {
        if (folder === null) return null;
        const drafts = await allOpened(folder.drafts, (draft) => openDraft(key, draft));
        const papers = await allOpened(folder.papers, (paper) => openWalletPaper(key, paper));
        return { ...folder, drafts, papers };
      }),
    async readResident(id) {
      const found = await plain.readResident(id);
      return found && openResident(key, found);
    },
    addResident: async (resident) => plain.addResident(seals ? await lockResident(key, resident) : resident),
    async changeResident(id, words, changedAtMs) {
      if (!seals) return plain.changeResident(id, { ...words, locked: undefined }, changedAtMs);
      const { id: _id, ...sealed } = await lockResident(key, { ...words, id });
      return plain.changeResident(id, sealed, changedAtMs);
    },
    giveConsent: async (draftId, residentId, consent, nowMs) =>
      plain.giveConsent(draftId, residentId, seals ? await lockConsent(key, draftId, consent) : consent, nowMs),
  };
}
