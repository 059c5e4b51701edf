import { readApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { beingMade, decideAll } from '../results.ts';
import { answerSurvey, endedApplication, planSurvey } from '../surveys.ts';
import { deliverApplication } from '../uploads.ts';

const comment = 'KANARI ruang tunggunya sejuk';

/** For backends that name the feature "survey". */
export const surveyChecks: readonly Check[] = [
  {
    id: 'survey-once',
    level: 'survey',
    title: 'it is taken once: the same again answers 200, other answers under its id or another id 409',
    async run(context) {
      const { citizenA } = context;
      const { path } = await endedApplication(context);
      const survey = planSurvey(path);
      expectStatus(await answerSurvey(citizenA, survey), 201);
      expectStatus(await answerSurvey(citizenA, survey), 200);
      expectStatus(await answerSurvey(citizenA, { ...planSurvey(path, { U1: 1 }), path: survey.path }), 409);
      expectStatus(await answerSurvey(citizenA, planSurvey(path)), 409);
      expectStatus(await answerSurvey(citizenA, survey), 200);
    },
  },
  {
    id: 'survey-after-the-end',
    level: 'survey',
    title: 'before the application has ended it is not taken: 409; once it is ready, it is',
    async run(context) {
      const { citizenA, officer, target } = context;
      const { application } = await deliverApplication(citizenA, target);
      expectStatus(await answerSurvey(citizenA, planSurvey(application.path)), 409);
      const { path } = await beingMade(context);
      const survey = planSurvey(path);
      expectStatus(await answerSurvey(citizenA, survey), 409);
      await decideAll(officer, path, 'ready');
      expectStatus(await answerSurvey(citizenA, survey), 201);
    },
  },
  {
    id: 'survey-own-only',
    level: 'survey',
    title: 'only whose application it is says how it was: another citizen 404, an official 403 or 404, nobody 401',
    async run(context) {
      const { citizenA, citizenB, officer, nobody } = context;
      const { path } = await endedApplication(context);
      expectStatus(await answerSurvey(citizenB, planSurvey(path)), 404);
      expectStatus(await answerSurvey(officer, planSurvey(path)), 403, 404);
      expectStatus(await answerSurvey(nobody, planSurvey(path)), 401);
      expectStatus(await answerSurvey(citizenA, planSurvey(path)), 201);
    },
  },
  {
    id: 'survey-nine-questions',
    level: 'survey',
    title: 'all nine questions and no other, each a whole number from 1 to 4; what is refused is not taken',
    async run(context) {
      const { citizenA } = context;
      const { path } = await endedApplication(context);
      const wrong = [{ U1: 0 }, { U5: 5 }, { U9: 2.5 }, { U2: '3' }, { U3: null }, { U4: undefined }, { U10: 4 }];
      for (const answers of wrong) expectStatus(await answerSurvey(citizenA, planSurvey(path, answers)), 422);
      expectStatus(await answerSurvey(citizenA, planSurvey(path)), 201);
    },
  },
  {
    id: 'survey-apart',
    level: 'survey',
    title: 'what was said stands nowhere beside the application, for nobody, and changes nothing of it',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await endedApplication(context);
      const before = await readApplication(officer, path);
      const { content, ...survey } = planSurvey(path);
      expectStatus(await answerSurvey(citizenA, { ...survey, content: { ...content, comment } }), 201);
      for (const client of [citizenA, officer]) {
        const { answer, view } = await readApplication(client, path);
        expectEqual(view.version, before.view.version, `${answer.exchange}: version after the survey`);
        expectThat(!answer.text.includes(comment), `${answer.exchange}: says what was said in the survey`);
        const hasAnswers = /"U9"\s*:/.test(answer.text);
        expectThat(!hasAnswers, `${answer.exchange}: says what was answered in the survey`);
      }
    },
  },
];
