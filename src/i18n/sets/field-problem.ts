import { fieldProblem } from '../messages/id/field-problem.ts';
import { defineMessages } from '../messages.ts';

export const fieldProblemWords = defineMessages(
  fieldProblem,
  async () => (await import('../messages/en/field-problem.ts')).fieldProblem,
);
