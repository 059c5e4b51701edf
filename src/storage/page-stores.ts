import { undoPossibleMs } from '#domain/application/draft.ts';
import { createAccountStore } from './account-store.ts';
import { createCatalogueStore } from './catalogue-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createOutboxShelf } from './outbox-shelf.ts';
import { quietly } from './quietly.ts';
import type { QuarantineRow } from './rows.ts';
import type { Vault } from './vault.ts';

export type PageStores = ReturnType<typeof openPageStores>;

/** What only the page does with the vault: a worker that wakes to send does not carry its code. */
export function openPageStores({ inside }: Vault) {
  const { connection, tripwire, parts } = inside;
  const { digest, newId, nowMs, log } = parts;
  const drafts = createDraftStore(connection, digest, tripwire);

  return {
    drafts,
    shelf: createOutboxShelf(connection, digest, tripwire, newId),
    account: createAccountStore(connection),
    catalogue: createCatalogueStore(connection),

    /** After the first screen: purges what may go, moves malformed rows aside, lays the reserve in. */
    async keepHouse(): Promise<void> {
      if ((await connection.open()) !== 'open') return;
      await drafts.purgeHidden(nowMs() - undoPossibleMs);
      // After the first screen, so its code comes then too.
      const { tidyUp } = await import('./housekeeping.ts');
      log.debug('store.house-kept', await tidyUp(connection, nowMs(), undoPossibleMs));
    },
    /** Rows of another making, for an export. */
    readQuarantine: () => quietly<readonly QuarantineRow[]>(connection, [], (db) => db.quarantine.toArray()),
  };
}
