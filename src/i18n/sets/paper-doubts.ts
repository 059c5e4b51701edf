import { paperDoubts } from '../messages/id/paper-doubts.ts';
import { defineMessages } from '../messages.ts';

export const paperDoubtsWords = defineMessages(
  paperDoubts,
  async () => (await import('../messages/en/paper-doubts.ts')).paperDoubts,
);
