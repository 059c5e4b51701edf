import type { ReasonCode } from '#domain/office/reason-code.ts';

export type DeskAction = 'review' | 'return' | 'process' | 'sign' | 'ready' | 'complete' | 'reject';

/** What an official does with an application. */
export interface DeskDecision {
  readonly action: DeskAction;
  /** Needed for `return` and `reject`. */
  readonly reason?: string;
  /** The same in short, for counting. */
  readonly reasonCode?: ReasonCode;
  /** JSON pointers of what is to be repaired. */
  readonly fields?: readonly string[];
}
