import type { KeptSurvey } from '#domain/survey/kept-survey.ts';
import { isSurveyScore, surveyElements } from '#domain/survey/elements.ts';
import { isRecord } from '#lib/is-record.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';
import { surveysKey } from './surveys-key.ts';

type Surveys = Readonly<Record<string, KeptSurvey>>;

/** Follows what whoever is signed in has answered about one application; null: nothing yet. */
export function liveSurvey(connection: Connection, applicationId: string): LiveQuery<KeptSurvey | null> {
  return liveFrom(connection, async (db) => {
    const accountId = await meta.accountId(db);
    return accountId === null ? null : ((await read(db, accountId))[applicationId] ?? null);
  });
}

/** Of the person who is signed in, by the application's id. */
export function readSurveys(connection: Connection): Promise<Surveys> {
  return quietly(connection, {}, async (db) => {
    const accountId = await meta.accountId(db);
    return accountId === null ? {} : read(db, accountId);
  });
}

/**
 * Resolves with true once it is durable; false also when nobody is signed in.
 * @param change of what is there at that moment
 */
export async function changeSurvey(
  connection: Connection,
  applicationId: string,
  change: (survey: KeptSurvey | null) => KeptSurvey,
): Promise<boolean> {
  const written = await connection.write('strict', ['meta'], async (db) => {
    const accountId = await meta.accountId(db);
    if (accountId === null) return false;
    const surveys = await read(db, accountId);
    const changed = change(surveys[applicationId] ?? null);
    await db.meta.put({ key: surveysKey(accountId), value: { ...surveys, [applicationId]: changed } });
    return true;
  });
  return written.done && written.value;
}

async function read(db: AjukanDatabase, accountId: string): Promise<Surveys> {
  const value = (await db.meta.get(surveysKey(accountId)))?.value;
  if (!isRecord(value)) return {};
  const found: Record<string, KeptSurvey> = {};
  for (const [applicationId, survey] of Object.entries(value)) if (isKept(survey)) found[applicationId] = survey;
  return found;
}

function isKept(value: unknown): value is KeptSurvey {
  if (!isRecord(value)) return false;
  const { state, id, answers, comment, atMs } = value;
  if (state === 'sent' || state === 'refused' || state === 'declined') return true;
  if ((state !== 'open' && state !== 'finished') || !isRecord(answers)) return false;
  const isText = typeof id === 'string' && typeof comment === 'string' && typeof atMs === 'number';
  return isText && surveyElements.every((element) => answers[element] === undefined || isSurveyScore(answers[element]));
}
