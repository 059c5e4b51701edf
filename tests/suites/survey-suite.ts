import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SurveyAnswers } from '#domain/survey/elements.ts';
import type { NewApplication } from '#server/stores/application-store.ts';
import { migrate } from '#server/stores/migrate.ts';
import { sqlApplicationStore } from '#server/stores/sql-application-store.ts';
import { sqlSurveyStore } from '#server/stores/sql-survey-store.ts';
import type { NewSurvey } from '#server/stores/survey-store.ts';
import { application, nowMs, type OpenDatabase } from './repository-parts.ts';

const answers: SurveyAnswers = { U1: 4, U2: 3, U3: 2, U4: 1, U5: 4, U6: 3, U7: 2, U8: 1, U9: 4 };
const day = '2026-11-24';
const longAgo = '2025-11-24';

/** What every database must do with what people say of a service. */
export function describeSurveys(name: string, open: OpenDatabase): void {
  describe(`surveys on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenDatabase>>;
    const applications = () => sqlApplicationStore(opened.database, '3603');
    const surveys = () => sqlSurveyStore(opened.database);

    beforeAll(async () => {
      opened = await open();
      await migrate(opened.database, nowMs);
    });
    afterAll(() => opened.close());

    async function ended(serviceId: string, status: 'done' | 'in_process' = 'done'): Promise<NewApplication> {
      const one = { ...application(), serviceId };
      await applications().submit(one, nowMs);
      const decision = { id: uuidv7(), applicationId: one.id, officerId: 'petugas', action: 'complete', bodyHash: 'x' };
      await applications().decide(
        { ...decision, reason: null, fields: [] },
        () => ({ kind: 'move', status, role: 'verifikator' }),
        nowMs,
      );
      return one;
    }
    const surveyOf = ({ id, ownerId }: NewApplication, more: Partial<NewSurvey> = {}): NewSurvey => ({
      id: uuidv7(),
      applicationId: id,
      accountId: ownerId,
      answers,
      comment: null,
      mac: uuidv4(),
      batchId: uuidv4(),
      commentId: uuidv4(),
      ...more,
    });
    const batches = (serviceId: string) =>
      opened.database.all(
        'SELECT answers, u1, u9, filled_on FROM survey_batch WHERE service_id = $1 ORDER BY answers DESC',
        [serviceId],
      );

    it('takes one of an application, and knows it again', async () => {
      const one = await ended('sekali');
      const survey = surveyOf(one);
      expect(await surveys().answer(survey, day, longAgo)).toBe('created');
      expect(await surveys().answer(survey, day, longAgo)).toBe('replayed');
      expect(await surveys().answer({ ...survey, mac: 'other' }, day, longAgo)).toBe('other-content');
      expect(await surveys().answer(surveyOf(one), day, longAgo)).toBe('other-content');
      expect(await batches('sekali')).toEqual([{ answers: 1, u1: 4, u9: 4, filled_on: null }]);
    });

    it('takes none of another, of one that has not ended, and none under an id that is used', async () => {
      const one = await ended('lain');
      expect(await surveys().answer(surveyOf(one, { accountId: 'budi' }), day, longAgo)).toBe('missing');
      expect(await surveys().answer(surveyOf(await ended('lain', 'in_process')), day, longAgo)).toBe('not-ended');
      const survey = surveyOf(one);
      expect(await surveys().answer(survey, day, longAgo)).toBe('created');
      expect(await surveys().answer(surveyOf(await ended('lain'), { id: survey.id }), day, longAgo)).toBe(
        'other-content',
      );
      expect(await batches('lain')).toHaveLength(1);
    });

    it('adds up five at a time, however many come at once', async () => {
      const all = await Promise.all(Array.from({ length: 12 }, () => ended('ramai')));
      const taken = await Promise.all(all.map((one) => surveys().answer(surveyOf(one), day, longAgo)));
      expect(new Set(taken)).toEqual(new Set(['created']));
      expect(await batches('ramai')).toEqual([
        { answers: 5, u1: 20, u9: 20, filled_on: day },
        { answers: 5, u1: 20, u9: 20, filled_on: day },
        { answers: 2, u1: 8, u9: 8, filled_on: null },
      ]);
    });

    it('keeps a comment apart from who wrote it, for a year', async () => {
      const words = 'Antre lama';
      await surveys().answer(surveyOf(await ended('kata'), { comment: words }), longAgo, '2024-11-24');
      await surveys().answer(surveyOf(await ended('kata')), day, day);
      const left = await opened.database.all('SELECT words FROM survey_comment');
      expect(left).toEqual([]);
    });
  });
}
