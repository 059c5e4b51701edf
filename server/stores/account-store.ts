export interface StoredAccount {
  readonly id: string;
  /** E.164; null where another way than a phone signs in. */
  readonly phone: string | null;
  /** Empty until it is known. */
  readonly name: string;
  readonly roles: readonly string[];
  /** Made by who proved a number, or named by the operator. */
  readonly origin: 'phone' | 'operator';
}

/** Rejects with StoreUnavailableError when the database is not there. */
export interface AccountStore {
  find(id: string): Promise<StoredAccount | undefined>;
  /** The account of a number, made with `newId` when there is none. Many at once make one. */
  findOrCreate(phone: string, newId: string, nowMs: number): Promise<StoredAccount>;
  /** 'in-use': another account has that number, and nothing was changed. */
  changePhone(id: string, phone: string): Promise<'changed' | 'in-use'>;
  /** Brings accounts that the operator names up to date. A number that somebody else has is left to them. */
  put(accounts: readonly Omit<StoredAccount, 'origin'>[], nowMs: number): Promise<void>;
}
