import { residents } from '../messages/id/residents.ts';
import { defineMessages } from '../messages.ts';

export const residentsWords = defineMessages(
  residents,
  async () => (await import('../messages/en/residents.ts')).residents,
);
