import type { LiveQuery } from '#lib/live-query.ts';
import type { ObservableValue } from '#lib/observable-value.ts';
import type { DraftStore, OutboxShelf } from '../ports.ts';
import type { ResidentStore } from '../resident-ports.ts';
import type { ChangeStore } from '../repairs-menu.ts';
import type { ResultStore } from '../results-menu.ts';
import type { WalletStore } from '../wallet-ports.ts';
import type { LockedStores } from './lock-switch.ts';

const never: LiveQuery<never> = { getSnapshot: () => loading, subscribe: () => () => undefined };
const loading = { state: 'loading' } as const;
const refuse = async () => ({ kind: 'failed', reason: 'closed' }) as const;
const nothing = async () => undefined;
const none = async () => [];

/**
 * Once locked again nothing is read and nothing is written: a save that comes too late must not lie there open.
 * @param wasRefused set when that was a paper, which the person has to be told
 */
export function refusingStores(wasRefused: ObservableValue<boolean>): LockedStores {
  const refusePaper = async () => {
    wasRefused.set(true);
    return refuse();
  };
  return {
    drafts: (plain): DraftStore => ({
      ...plain,
      liveDrafts: () => never,
      liveDraft: () => never,
      liveDocuments: () => never,
      readDraft: nothing,
      readDocuments: none,
      readDocument: nothing,
      addDraft: refuse,
      saveAnswers: refuse,
      addDocument: refusePaper,
    }),
    shelf: (plain): OutboxShelf => ({ ...plain, submit: refuse, reopenAsDraft: refuse }),
    wallet: (plain): WalletStore => ({
      ...plain,
      livePapers: () => never,
      readPapers: none,
      readPaper: nothing,
      addPaper: refusePaper,
      replacePaper: refusePaper,
      describePaper: refuse,
    }),
    residents: (plain): ResidentStore => ({
      ...plain,
      liveResidents: () => never,
      liveResident: () => never,
      liveFolder: () => never,
      readResident: nothing,
      addResident: refuse,
      changeResident: refuse,
      giveConsent: refuse,
    }),
    results: (plain): ResultStore => ({ ...plain, read: async () => null, keep: async () => 'not-kept' }),
    // What lies there sealed comes as it lies: there are no answers in it.
    changes: (plain): ChangeStore => plain,
  };
}
