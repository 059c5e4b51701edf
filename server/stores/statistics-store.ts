import type { Step } from '#domain/calendar/promised-day.ts';
import type { Office, Post } from '#domain/office/office.ts';
import type { SurveySums } from '#domain/survey/satisfaction.ts';

/** What is asked for: both days of WIB belong to it, and what lies at the posts and in all that is named. */
export interface StatisticsQuery {
  readonly from: string;
  readonly to: string;
  /** Null: every office. */
  readonly posts: readonly Post[] | null;
  readonly level: Office['level'] | null;
  readonly area: string | null;
  readonly serviceId: string | null;
}

/** Where something happened. */
export interface Place extends Office {
  readonly serviceId: string;
}

export interface StatisticsStore {
  /** How many came whole, by the day of WIB. */
  received(query: StatisticsQuery): Promise<readonly (Place & { readonly day: string; readonly count: number })[]>;
  /** Whose service ended in that time: every step of each, and the working days that were promised. */
  ended(
    query: StatisticsQuery,
  ): Promise<readonly (Place & { readonly steps: readonly Step[]; readonly promised: number | null })[]>;
  /** How many were given back, by what was marked. */
  returned(
    query: StatisticsQuery,
  ): Promise<readonly (Place & { readonly fields: readonly string[]; readonly count: number })[]>;
  /** Why they were given back or refused, by the short list; null where no reason of it was chosen. */
  reasons(
    query: StatisticsQuery,
  ): Promise<readonly { readonly action: 'return' | 'reject'; readonly code: string | null; readonly count: number }[]>;
  /** What waits now, by the day of WIB on which it came. */
  waiting(query: StatisticsQuery): Promise<readonly (Place & { readonly day: string; readonly count: number })[]>;
  /** Full fives only, by the day on which they filled. */
  surveys(query: StatisticsQuery): Promise<readonly (Place & SurveySums & { readonly day: string })[]>;
  /** Of full fives, the newest five of them. */
  comments(query: StatisticsQuery): Promise<readonly string[]>;
  /** Days on which the offices are closed although it is no weekend. */
  holidays(): Promise<ReadonlySet<string>>;
}
