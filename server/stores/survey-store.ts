import type { SurveyAnswers } from '#domain/survey/elements.ts';

export interface NewSurvey {
  readonly id: string;
  readonly applicationId: string;
  /** The application's owner, or who has claimed it. */
  readonly accountId: string;
  readonly answers: SurveyAnswers;
  readonly comment: string | null;
  /** Of the body, by a key that is not in the database: what somebody answered can't be found by trying. */
  readonly mac: string;
  /** Ids by chance, which say nothing of an order: of the sums, if new ones begin, and of the comment. */
  readonly batchId: string;
  readonly commentId: string;
}

export type Surveyed =
  | 'created'
  | 'replayed'
  /** Answered before, or the id is another's. */
  | 'other-content'
  /** Unknown, or somebody else's. */
  | 'missing'
  | 'not-ended';

export interface SurveyStore {
  /** @param day of today in WIB, "2026-11-24" @param oldestDay comments of before it go */
  answer(survey: NewSurvey, day: string, oldestDay: string): Promise<Surveyed>;
}
