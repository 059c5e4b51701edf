import {
  isDraftLocked,
  isLocked,
  lockDocument,
  lockDraft,
  lockResident,
  lockWalletPaper,
  openDocument,
  openDraft,
  openPayload,
  openResident,
  openWalletPaper,
  type WithBytes,
} from '#domain/lock/locked-rows.ts';
import type { RowKey } from '#domain/lock/row-key.ts';
import type { Digest } from '../ports.ts';
import type { RowTurner } from './lock-ports.ts';

/** Rows that lie there open go under the lock. */
export function sealingTurner(key: RowKey, digest: Digest): RowTurner {
  return {
    isTurned: isLocked,
    isDraftTurned: (draft) => isLocked(draft) && (draft.consent?.witness ?? null) === null,
    draft: (draft) => lockDraft(key, draft),
    document: (paper) => lockDocument(key, digest, paper),
    resident: (resident) => lockResident(key, resident),
    walletPaper: (paper) => lockWalletPaper(key, digest, paper),
  };
}

/** Rows under the lock lie open again. */
export function openingTurner(key: RowKey): RowTurner {
  return {
    isTurned: (row) => !isLocked(row),
    isDraftTurned: (draft) => !isDraftLocked(draft),
    async draft(draft) {
      const opened = await openDraft(key, draft);
      if (opened === undefined) return undefined;
      const { locked: _locked, ...plain } = opened;
      return plain;
    },
    document: ({ paper, bytes }) => both(openDocument(key, paper), openPayload(key, paper.id, bytes)),
    resident: (resident) => openResident(key, resident),
    walletPaper: ({ paper, bytes }) => both(openWalletPaper(key, paper), openPayload(key, paper.id, bytes)),
  };
}

async function both<T>(
  opening: Promise<T | undefined>,
  reading: Promise<ArrayBuffer | undefined>,
): Promise<WithBytes<T> | undefined> {
  const [paper, bytes] = await Promise.all([opening, reading]);
  return paper === undefined || bytes === undefined ? undefined : { paper, bytes };
}
