import { forgotten } from '../messages/id/forgotten.ts';
import { defineMessages } from '../messages.ts';

export const forgottenWords = defineMessages(
  forgotten,
  async () => (await import('../messages/en/forgotten.ts')).forgotten,
);
