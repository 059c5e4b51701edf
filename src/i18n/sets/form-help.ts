import { formHelp } from '../messages/id/form-help.ts';
import { defineMessages } from '../messages.ts';

export const formHelpWords = defineMessages(
  formHelp,
  async () => (await import('../messages/en/form-help.ts')).formHelp,
);
