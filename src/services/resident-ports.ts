/** What folders of residents need from the phone's store. storage/ supplies it by shape. */
import type { Draft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Consent } from '#domain/resident/consent.ts';
import type { Resident, ResidentWords } from '#domain/resident/resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Stored } from './ports.ts';

export interface StoredFolder {
  readonly drafts: readonly Draft[];
  readonly items: readonly { readonly entry: OutboxEntry; readonly tracked: TrackedApplication | null }[];
  readonly papers: readonly WalletPaper[];
}

/**
 * Residents whom the signed-in officer helps. Every part answers for that account alone: while nobody is signed in
 * there are none, and another's is 'gone'. Writes never reject.
 */
export interface ResidentStore {
  /** By name. */
  liveResidents(): LiveQuery<readonly Resident[]>;
  liveResident(residentId: string): LiveQuery<Resident | null>;
  /** What belongs to one resident, newest first; null when it is not there. */
  liveFolder(residentId: string): LiveQuery<StoredFolder | null>;
  readResident(residentId: string): Promise<Resident | undefined>;
  /** Strict. */
  addResident(resident: Omit<Resident, 'ownerId'>): Promise<Stored | { readonly kind: 'sign-in-needed' }>;
  /** Strict. */
  changeResident(
    residentId: string,
    words: ResidentWords & Pick<Resident, 'locked'>,
    changedAtMs: number,
  ): Promise<Stored>;
  /** Strict. 'unsent': something of the resident's is not at the office, and nothing is hidden. */
  hideResident(residentId: string, hiddenAtMs: number): Promise<Stored | { readonly kind: 'unsent' }>;
  unhideResident(residentId: string): Promise<Stored>;
  /** Strict: the draft is that resident's from then on. 'gone': it is another's, or one of them is not there. */
  giveConsent(draftId: string, residentId: string, consent: Consent, nowMs: number): Promise<Stored>;
  /** Strict: what is not at the office is put aside and not sent any more; nothing is deleted. */
  withdrawConsent(residentId: string, nowMs: number): Promise<Stored>;
  /** Removes those hidden before the moment, with the papers kept in them. */
  purgeHidden(beforeMs: number): Promise<void>;
}
