import type { LookupResult } from '#domain/application/looked-up-status.ts';
import type { StatusKey } from '#domain/application/status-link.ts';
import type { ResultsMenu } from './results-menu.ts';

/** What is rare or comes after the first screen: how an application fares, asked for when somebody looks at it. */
export interface TimelinesMenu {
  /** Asks the office and keeps what it says; without signal what was kept stays. */
  refresh(applicationId: string): Promise<void>;
  /** The person has looked: its news are none any more. */
  seen(applicationId: string): Promise<void>;
  /** For anybody with a receipt, signed in or not. Nothing is kept. */
  lookUp(key: StatusKey): Promise<LookupResult>;
  /** Null when its code can't be fetched. */
  results(): Promise<ResultsMenu | null>;
}
