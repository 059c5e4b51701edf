import type { Post } from '#domain/office/office.ts';

export interface StoredAccount {
  readonly id: string;
  /** E.164; null where another way than a phone signs in. */
  readonly phone: string | null;
  /** Empty until it is known. */
  readonly name: string;
  readonly roles: readonly string[];
  /** The offices of who comes from a provider; empty for everybody else. */
  readonly posts: readonly Post[];
  /** Made by who proved a number, named by the operator, or by a provider of the office's own. */
  readonly origin: 'phone' | 'operator' | 'provider';
}

export interface ProvidedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly posts: readonly Post[];
}

/** Rejects with StoreUnavailableError when the database is not there. */
export interface AccountStore {
  find(id: string): Promise<StoredAccount | undefined>;
  /** The account of a number, made with `newId` when there is none. Many at once make one. */
  findOrCreate(phone: string, newId: string, nowMs: number): Promise<StoredAccount>;
  /** 'in-use': another account has that number, and nothing was changed. */
  changePhone(id: string, phone: string): Promise<'changed' | 'in-use'>;
  /** Brings accounts that the operator names up to date. A number that somebody else has is left to them. */
  put(accounts: readonly Omit<StoredAccount, 'origin' | 'posts'>[], nowMs: number): Promise<void>;
  /** Who the provider has just named, as it names them now. */
  putProvided(account: ProvidedAccount, nowMs: number): Promise<void>;
  /** Takes all roles and offices from an account of a provider; nothing when there is none. */
  withdrawProvided(id: string): Promise<void>;
}
