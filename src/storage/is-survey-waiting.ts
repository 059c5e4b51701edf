import { isRecord } from '#lib/is-record.ts';
import type { Connection } from './connection.ts';
import { meta } from './meta.ts';
import { quietly } from './quietly.ts';
import { surveysKey } from './surveys-key.ts';

/** Whether who is signed in has finished one that the office has not taken yet; a look that needs no code of surveys. */
export function isSurveyWaiting(connection: Connection): Promise<boolean> {
  return quietly(connection, false, async (db) => {
    const accountId = await meta.accountId(db);
    const kept = accountId === null ? undefined : (await db.meta.get(surveysKey(accountId)))?.value;
    return isRecord(kept) && Object.values(kept).some((survey) => isRecord(survey) && survey['state'] === 'finished');
  });
}
