/** What goes by itself when its term is over, in the order in which it is done. */
export const retentionKinds = [
  /** Bytes of the papers of finished applications; the application stays, with the name and the hash of each paper. */
  'papers',
  /** Finished applications with all that belongs to them. */
  'applications',
  /** Applications whose papers never came. */
  'unfinished',
  /** Papers that were announced for an application that never came, or that does not list them. */
  'uploads',
  /** Accounts of a number that have nothing here and are not signed in. */
  'accounts',
  /** News of the feed that newer news have replaced, or whose application is gone. */
  'changes',
  /** Offers to claim what a field officer put in. */
  'claims',
  /** What phones told of themselves that were never heard of again. */
  'devices',
  /** Shares of locks that nobody has tried to open for so long. */
  'locks',
  /** Requests to open a lock with the recovery key, answered or not. */
  'recoveries',
  /** Ids of what was erased. */
  'tombstones',
  /** Requests to be erased that are done. */
  'erasures',
  'codes',
  'sessions',
  /** The oldest entries of the audit log. */
  'audit',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/**
 * What is over, and taking it away. Whoever does it twice, or together with another server, or dies in the middle of it,
 * takes away each thing once. Rejects with StoreUnavailableError when the database is not there.
 */
export interface RetentionStore {
  /** How much of it is older than `beforeMs`, and the ids of the oldest: never content. */
  due(kind: RetentionKind, beforeMs: number): Promise<{ readonly count: number; readonly ids: readonly string[] }>;
  /**
   * Takes the oldest away, so many at most that nobody waits long, and resolves with how many: 0 when none is left.
   * Names of files are left for `eraseFiles`. What is of somebody is noted in the audit log.
   */
  removeSome(kind: RetentionKind, beforeMs: number, nowMs: number): Promise<number>;
  /** An application, by its id or its registration number, that no term ends; `false` lets it go. False when unknown. */
  hold(application: string, held: boolean, nowMs: number): Promise<boolean>;
}
