import { v7 as uuidv7 } from 'uuid';
import type { Answer, ApiClient } from './api-client.ts';
import type { CheckContext } from './check.ts';
import { decideAll } from './results.ts';
import { deliverApplication } from './uploads.ts';

export interface PlannedSurvey {
  readonly path: string;
  readonly content: { readonly answers: Readonly<Record<string, unknown>>; readonly [member: string]: unknown };
}

const rightAnswers = { U1: 4, U2: 3, U3: 2, U4: 1, U5: 4, U6: 3, U7: 2, U8: 1, U9: 4 };

export function planSurvey(applicationPath: string, answers: PlannedSurvey['content']['answers'] = {}): PlannedSurvey {
  return {
    path: `${applicationPath}/survey/${uuidv7()}`,
    content: { answers: { ...rightAnswers, ...answers }, answeredAt: new Date().toISOString() },
  };
}

export async function answerSurvey(client: ApiClient, { path, content }: PlannedSurvey): Promise<Answer> {
  return client.put(path, content);
}

/** One with all its papers that the office has refused: it has ended. */
export async function endedApplication({ citizenA, officer, target }: CheckContext) {
  const { application } = await deliverApplication(citizenA, target);
  await decideAll(officer, application.path, 'review', 'reject');
  return application;
}
