import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Answers } from '#domain/form/answers.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { SaveResult, StartResult } from './menu.ts';

/** What is under way for one application that the office has. */
export interface ChangesOf {
  /** The repair that was begun. */
  readonly draftId: string | null;
  /** Revisions and withdrawals that were sent off, the newest first. */
  readonly entries: readonly OutboxEntry[];
}

export type BeginRepairResult =
  | StartResult
  /** The office has not given it back, or not any more. */
  | { readonly kind: 'not-returned' }
  /** What was answered lies at the office only, and can't be fetched now. */
  | { readonly kind: 'signal-needed' };

export interface RepairsMenu {
  /** The form with what the office has, at the first thing that was marked; goes on with one that was begun. */
  begin(applicationId: string): Promise<BeginRepairResult>;
  /** "Batalkan permohonan": handed in through the outbox, like everything else. */
  withdraw(applicationId: string): Promise<SaveResult>;
  changes(applicationId: string): LiveQuery<ChangesOf>;
  /** What the office has, of one that it gave back; null where this phone does not have it. */
  officeAnswers(applicationId: string): Promise<Answers | null>;
  /** A change that the office did not take and that its person lets go of. */
  drop(changeId: string): Promise<SaveResult>;
}
