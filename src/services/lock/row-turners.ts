import {
  isConsentBare,
  isDraftLocked,
  isLocked,
  lockConsent,
  lockDocument,
  lockDraft,
  lockPayload,
  lockResident,
  lockWalletPaper,
  openDocument,
  openDraft,
  openPayload,
  openResident,
  openWalletPaper,
  type WithBytes,
} from '#domain/lock/locked-rows.ts';
import type { Draft } from '#domain/application/draft.ts';
import type { RowKey } from '#domain/lock/row-key.ts';
import type { Digest } from '../ports.ts';
import type { RowTurner } from './lock-ports.ts';
import type { AnswersTurner } from './open-inbox.ts';
import { isGiven, openResult } from './locked-results.ts';

/** Rows that lie there open go under the lock. */
export function sealingTurner(key: RowKey, answers: AnswersTurner, digest: Digest): RowTurner {
  return {
    isTurned: isLocked,
    isDraftTurned: (draft) => isLocked(draft) && (draft.consent === undefined || isConsentBare(draft.consent)),
    async draft(draft) {
      if (!isLocked(draft)) return lockDraft(key, draft);
      // Its answers are sealed already: only a consent was given since by a page that had no key.
      return draft.consent === undefined
        ? draft
        : { ...draft, consent: await lockConsent(key, draft.id, draft.consent) };
    },
    document: (paper) => lockDocument(key, digest, paper),
    resident: (resident) => lockResident(key, resident),
    walletPaper: (paper) => lockWalletPaper(key, digest, paper),
    async result(file, bytes) {
      if (!(await isGiven(digest, file, bytes))) return undefined;
      return { bytes: await lockPayload(key, file.id, bytes), locked: true };
    },
    repair: async (id, repair) => (repair.answers === undefined ? repair : answers.seal(id, repair)),
  };
}

/**
 * Rows under the lock lie open again.
 * @param dropsDamaged what no key opens is given up: a paper is deleted, a form or a folder stays without its words
 */
export function openingTurner(key: RowKey, answers: AnswersTurner, digest: Digest, dropsDamaged = false): RowTurner {
  return {
    dropsDamaged,
    isTurned: (row) => !isLocked(row),
    isDraftTurned: (draft) => !isDraftLocked(draft),
    async draft(draft) {
      const opened = await openDraft(key, draft);
      if (opened === undefined) return dropsDamaged ? emptied(draft) : undefined;
      const { locked: _locked, ...plain } = opened;
      return plain;
    },
    document: ({ paper, bytes }) => both(openDocument(key, paper), openPayload(key, paper.id, bytes)),
    async resident(resident) {
      const { locked: _locked, ...empty } = resident;
      return (await openResident(key, resident)) ?? (dropsDamaged ? { ...empty, name: '–' } : undefined);
    },
    walletPaper: ({ paper, bytes }) => both(openWalletPaper(key, paper), openPayload(key, paper.id, bytes)),
    async result(file, sealed) {
      const bytes = await openResult(key, digest, file, sealed);
      return bytes && { bytes };
    },
    repair: async (id, repair) => (repair.locked === undefined ? repair : answers.open(id, repair)),
  };
}

function emptied({ locked: _locked, consent, ...draft }: Draft): Draft {
  if (consent === undefined) return draft;
  const { locked: _witness, ...agreed } = consent;
  return { ...draft, consent: agreed };
}

async function both<T>(
  opening: Promise<T | undefined>,
  reading: Promise<ArrayBuffer | undefined>,
): Promise<WithBytes<T> | undefined> {
  const [paper, bytes] = await Promise.all([opening, reading]);
  return paper === undefined || bytes === undefined ? undefined : { paper, bytes };
}
