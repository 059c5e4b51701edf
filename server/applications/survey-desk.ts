import { randomUUID } from 'node:crypto';
import { wibDate } from '#domain/form/wib-date.ts';
import type { SurveyAnswers } from '#domain/survey/elements.ts';
import type { AuthKeys } from '../auth/auth-keys.ts';
import type { Surveyed, SurveyStore } from '../stores/survey-store.ts';

/** Surveys as the routes know them: who answered goes in, and only that they did is stored. */
export interface SurveyDesk {
  answer(given: GivenSurvey, nowMs: number): Promise<Surveyed>;
}

interface GivenSurvey {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly answers: SurveyAnswers;
  readonly comment: string | null;
  /** SHA-256 of the whole body. */
  readonly bodyHash: string;
}

const commentDays = 365;
const dayMs = 24 * 60 * 60 * 1000;

export function surveyDesk(keys: AuthKeys, store: SurveyStore): SurveyDesk {
  return {
    answer({ bodyHash, ...given }, nowMs) {
      // A bare hash would give the answers away: there are only so many to try.
      const mac = keys.mac('survey', given.applicationId, given.id, bodyHash);
      const survey = { ...given, mac, batchId: randomUUID(), commentId: randomUUID() };
      return store.answer(survey, wibDate(nowMs), wibDate(nowMs - commentDays * dayMs));
    },
  };
}
