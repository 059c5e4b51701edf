export type DeskAction = 'review' | 'return' | 'process' | 'sign' | 'ready' | 'complete' | 'reject';

/** What an official does with an application. */
export interface DeskDecision {
  readonly action: DeskAction;
  /** Needed for `return` and `reject`. */
  readonly reason?: string;
  /** JSON pointers of what is to be repaired. */
  readonly fields?: readonly string[];
}
