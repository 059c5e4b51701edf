import type { AuditNote } from './audit-chain.ts';

export interface AuditHead {
  /** 0 before the first entry. */
  readonly seq: number;
  readonly hash: string;
}

/**
 * Who looked at what, decided what, came in and was refused: only ever appended to, each entry chained to the one
 * before it. Rejects with StoreUnavailableError when the database is not there.
 */
export interface AuditLog {
  /** Durable when it resolves. Entries of several servers stand one after the other. */
  append(note: AuditNote, nowMs: number): Promise<void>;
  head(): Promise<AuditHead>;
}
