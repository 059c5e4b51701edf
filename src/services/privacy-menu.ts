import type { StoreTrouble } from '#lib/live-query.ts';

/** What the person saw when they said yes. */
export interface SeenBefore {
  readonly accountId: string | null;
  readonly unsent: number;
}

export type EraseResult =
  /** Nothing of theirs is left in the store: looked for after it was committed. */
  | { readonly kind: 'erased' }
  /** Other things are there than were shown. Nothing has changed. */
  | { readonly kind: 'changed' }
  /** Another tab or the worker is sending and has not let go. Nothing has changed. */
  | { readonly kind: 'in-use' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

export type OfficeErasure =
  /** `kept` applications stay for as long as the law asks; the office answers for them until `dueAtMs`. */
  | { readonly kind: 'asked'; readonly erased: number; readonly kept: number; readonly dueAtMs: number }
  | { readonly kind: 'no-connection' | 'sign-in-needed' | 'not-offered' | 'in-use' };

export interface PrivacyMenu {
  /** The office erases what no law makes it keep, and ends every session of the account. Nothing changes on the phone. */
  /** @param accountId whose data: an office that knows the browser as somebody else erases nothing */
  askOffice(accountId: string | null): Promise<OfficeErasure>;
  /**
   * "Hapus semua data saya di HP ini": what is theirs and what is nobody's, unsent or not, and then they are signed
   * out. What belongs to another account stays. Can't be taken back.
   */
  erase(seen: SeenBefore): Promise<EraseResult>;
}

export interface PrivacyPorts {
  readonly eraseMine: (seen: SeenBefore) => Promise<Exclude<EraseResult, { readonly kind: 'in-use' }>>;
  readonly askOffice: (accountId: string | null) => Promise<OfficeErasure>;
  /** Resolves also when the office can't be reached. */
  readonly signOut: () => Promise<void>;
  /** Where somebody looked on a map. */
  readonly forgetMap: () => Promise<void>;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T | 'held-elsewhere' | 'unavailable'>;
}

/** Nothing is sent while it is deleted: the outbox's lock is held throughout. */
export function createPrivacyMenu({
  eraseMine,
  askOffice,
  signOut,
  forgetMap,
  exclusively,
}: PrivacyPorts): PrivacyMenu {
  return {
    async askOffice(accountId) {
      const result = await exclusively(() => askOffice(accountId));
      return typeof result === 'string' ? { kind: 'in-use' } : result;
    },
    async erase(seen) {
      const result = await exclusively(async () => {
        const erased = await eraseMine(seen);
        if (erased.kind === 'erased') await signOut();
        return erased;
      });
      if (result === 'held-elsewhere') return { kind: 'in-use' };
      if (result === 'unavailable') return { kind: 'failed', reason: 'closed' };
      // Pictures of a map that can't be forgotten just now undo nothing of what was deleted.
      if (result.kind === 'erased') await forgetMap().catch(() => undefined);
      return result;
    },
  };
}
