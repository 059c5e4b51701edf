import { readAloud } from '../messages/id/read-aloud.ts';
import { defineMessages } from '../messages.ts';

export const readAloudWords = defineMessages(
  readAloud,
  async () => (await import('../messages/en/read-aloud.ts')).readAloud,
);
