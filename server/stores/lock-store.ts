/** One phone's lock, of one account. */
export interface LockOf {
  readonly accountId: string;
  readonly deviceId: string;
}

export interface KeptShare extends LockOf {
  readonly id: string;
  readonly failed: number;
  readonly triedAtMs: number;
}

/** @param proof digests of what a phone derives from a PIN; the PIN is never here */
export interface NewShare {
  readonly id: string;
  /** 32 bytes, base64url. */
  readonly share: string;
  readonly proof: string;
}

export type ShareTaken = 'created' | 'replayed' | 'other-content' | 'too-many';

export type ShareTried =
  | { readonly kind: 'given'; readonly share: string }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'missing' };

/** `wrap`, `answerTo` and `answer` as JSON text. */
export interface NewRecovery extends LockOf {
  readonly id: string;
  readonly lockId: string;
  readonly wrap: string;
  readonly answerTo: string;
}

export interface LockRecovery extends NewRecovery {
  readonly askedAtMs: number;
  readonly answer: string | null;
  readonly refusedAtMs: number | null;
}

export type RecoveryAsked =
  | { readonly kind: 'created' | 'replayed'; readonly recovery: LockRecovery }
  | { readonly kind: 'other-content' | 'too-many' };

/** What the office keeps of locks. Rejects with StoreUnavailableError when the database is not there. */
export interface LockStore {
  putShare(of: LockOf, share: NewShare, nowMs: number): Promise<ShareTaken>;
  /** What a try costs is durable before the proof is looked at. The last try said again costs nothing. */
  tryShare(
    of: LockOf,
    shareId: string,
    tried: { readonly id: string; readonly proof: string },
    nowMs: number,
  ): Promise<ShareTried>;
  removeShare(of: LockOf, shareId: string, nowMs: number): Promise<void>;
  /** Those with wrong tries, the latest first. */
  listTried(): Promise<readonly KeptShare[]>;
  /** By the office. False when there is no such share. */
  reopenShare(shareId: string, nowMs: number): Promise<boolean>;
  askRecovery(asked: NewRecovery, nowMs: number): Promise<RecoveryAsked>;
  readRecovery(of: LockOf, id: string): Promise<LockRecovery | undefined>;
  removeRecovery(of: LockOf, id: string, nowMs: number): Promise<void>;
  /** By the office: the oldest first. */
  listRecoveries(): Promise<readonly LockRecovery[]>;
  /** By the office; null refuses. The first word stays: false when there was one, or nobody has asked. */
  answerRecovery(id: string, answer: string | null, nowMs: number): Promise<boolean>;
}
