import { isApplicantOf } from '#domain/application/is-applicant.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import { surveyElements } from '#domain/survey/elements.ts';
import { fewestAnswers } from '#domain/survey/satisfaction.ts';
import { officeText, readApplication } from './application-rows.ts';
import { keep, type SqlDatabase, type SqlTransaction, undo, type Work } from './sql-database.ts';
import { integer, text } from './sql-row.ts';
import type { NewSurvey, Surveyed, SurveyStore } from './survey-store.ts';

const ended: readonly OfficeStatus[] = ['ready', 'done', 'rejected'];

/**
 * Answers are added up as they come, five people of one office and service at a time. Only full fives are ever told, so
 * that no two sums, of whatever time and offices, differ by fewer than five people.
 */
export function sqlSurveyStore(database: SqlDatabase): SurveyStore {
  return {
    answer: (survey, day, oldestDay) => database.write((tx) => answer(tx, survey, day, oldestDay)),
  };
}

async function answer(tx: SqlTransaction, survey: NewSurvey, day: string, oldestDay: string): Promise<Work<Surveyed>> {
  const { id, applicationId, accountId, mac } = survey;
  await tx.lock(applicationId);
  const application = await readApplication(tx, applicationId);
  if (application === undefined || !isApplicantOf(application, accountId) || application.office === null)
    return undo<Surveyed>('missing');
  const [given] = await tx.all('SELECT id, mac FROM survey_given WHERE application_id = $1', [applicationId]);
  if (given !== undefined)
    return undo<Surveyed>(text(given, 'id') === id && text(given, 'mac') === mac ? 'replayed' : 'other-content');
  if (!ended.includes(application.status)) return undo<Surveyed>('not-ended');
  const inserted = await tx.all(
    'INSERT INTO survey_given (application_id, id, mac) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
    [applicationId, id, mac],
  );
  if (inserted.length === 0) return undo<Surveyed>('other-content');
  await add(tx, survey, { office: officeText(application.office), serviceId: application.serviceId, day });
  await tx.all('DELETE FROM survey_comment WHERE day < $1', [oldestDay]);
  return keep<Surveyed>('created');
}

interface Place {
  readonly office: string;
  readonly serviceId: string;
  readonly day: string;
}

async function add(
  tx: SqlTransaction,
  { answers, comment, batchId, commentId }: NewSurvey,
  { office, serviceId, day }: Place,
): Promise<void> {
  await tx.lock(`survey ${office} ${serviceId}`);
  const scores = surveyElements.map((element) => answers[element]);
  const [open] = await tx.all(
    'SELECT id, answers FROM survey_batch WHERE office = $1 AND service_id = $2 AND filled_on IS NULL',
    [office, serviceId],
  );
  const id = open === undefined ? batchId : text(open, 'id');
  if (open === undefined)
    await tx.all(
      `INSERT INTO survey_batch (id, office, service_id, answers, u1, u2, u3, u4, u5, u6, u7, u8, u9)
        VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, office, serviceId, ...scores],
    );
  else
    await tx.all(
      `UPDATE survey_batch SET answers = answers + 1, u1 = u1 + $3, u2 = u2 + $4, u3 = u3 + $5, u4 = u4 + $6, u5 = u5 + $7,
        u6 = u6 + $8, u7 = u7 + $9, u8 = u8 + $10, u9 = u9 + $11, filled_on = CAST($2 AS text) WHERE id = $1`,
      [id, integer(open, 'answers') + 1 >= fewestAnswers ? day : null, ...scores],
    );
  if (comment !== null)
    await tx.all('INSERT INTO survey_comment (id, batch_id, words, day) VALUES ($1, $2, $3, $4)', [
      commentId,
      id,
      comment,
      day,
    ]);
}
