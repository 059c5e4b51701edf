import type { Draft } from '#domain/application/draft.ts';
import type { Resident, ResidentWords } from '#domain/resident/resident.ts';
import type { ResidentProblem } from '#domain/resident/tidy-resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { LiveQuery, StoreTrouble } from '#lib/live-query.ts';
import type { AttachRefusal, OutboxItem, SaveResult } from './menu.ts';

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

/** How a resident has agreed, in the language in which they read or heard the text. */
export type GivenConsent = { readonly language: 'id' | 'en' } & (
  | { readonly method: 'signature' | 'signed-paper'; readonly picture: File }
  | { readonly method: 'spoken'; readonly witness: string }
);

export type StartForResult =
  | { readonly kind: 'started'; readonly draftId: string }
  /** The picture can't be used. */
  | { readonly kind: 'refused'; readonly reason: AttachRefusal; readonly limitBytes?: number }
  | { readonly kind: 'witness-missing' }
  | { readonly kind: 'unknown-service' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble };

/** "Warga": the people whom a field officer helps, each with a folder of their own. */
export interface ResidentsMenu {
  /** By name. */
  list(): LiveQuery<readonly Resident[]>;
  resident(residentId: string): LiveQuery<Resident | null>;
  read(residentId: string): Promise<Resident | undefined>;
  folder(residentId: string): LiveQuery<ResidentFolder | null>;
  add(typed: ResidentWords): Promise<AddResidentResult>;
  change(residentId: string, typed: ResidentWords): Promise<ChangeResidentResult>;
  /**
   * Out of sight at once; gone for good two minutes later with the papers kept in it, or when the app next starts after
   * that. 'unsent': something is not at the office yet, so nothing happens.
   */
  remove(residentId: string): Promise<SaveResult | { readonly kind: 'unsent' }>;
  undoRemove(residentId: string): Promise<SaveResult>;
  /** A form for this resident who has just agreed, with what the folder knows of them filled in. */
  start(residentId: string, serviceId: string, given: GivenConsent): Promise<StartForResult>;
  /** The resident agrees to a form that was begun; it is theirs from then on. */
  agree(residentId: string, draftId: string, given: GivenConsent): Promise<StartForResult>;
  /** What is not at the office is not sent any more; nothing is deleted. */
  withdraw(residentId: string): Promise<SaveResult>;
}
