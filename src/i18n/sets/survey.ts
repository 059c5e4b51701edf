import { survey } from '../messages/id/survey.ts';
import { defineMessages } from '../messages.ts';

export const surveyWords = defineMessages(survey, async () => (await import('../messages/en/survey.ts')).survey);
