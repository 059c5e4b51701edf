import type { Draft } from '#domain/application/draft.ts';
import type { Resident, ResidentWords } from '#domain/resident/resident.ts';
import type { ResidentProblem } from '#domain/resident/tidy-resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery, StoreTrouble } from '#lib/live-query.ts';
import type { OutboxItem, SaveResult } from './menu.ts';

/** Everything of one resident on this phone, newest first in each part. */
export interface ResidentFolder {
  readonly drafts: readonly Draft[];
  readonly items: readonly OutboxItem[];
  /** Kept for applications to come; nobody else's. */
  readonly papers: readonly WalletPaper[];
}

export type AddResidentResult =
  | { readonly kind: 'added'; readonly residentId: string }
  | { readonly kind: 'invalid'; readonly problems: readonly ResidentProblem[] }
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };
export type ChangeResidentResult = SaveResult | Extract<AddResidentResult, { kind: 'invalid' }>;

/** "Warga": the people whom a field officer helps, each with a folder of their own. */
export interface ResidentsMenu {
  /** By name. */
  list(): LiveQuery<readonly Resident[]>;
  resident(residentId: string): LiveQuery<Resident | null>;
  folder(residentId: string): LiveQuery<ResidentFolder | null>;
  add(typed: ResidentWords): Promise<AddResidentResult>;
  change(residentId: string, typed: ResidentWords): Promise<ChangeResidentResult>;
  /**
   * Out of sight at once; gone for good two minutes later with the papers kept in it, or when the app next starts after
   * that. 'unsent': something is not at the office yet, so nothing happens.
   */
  remove(residentId: string): Promise<SaveResult | { readonly kind: 'unsent' }>;
  undoRemove(residentId: string): Promise<SaveResult>;
}
