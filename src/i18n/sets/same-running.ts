import { sameRunning } from '../messages/id/same-running.ts';
import { defineMessages } from '../messages.ts';

export const sameRunningWords = defineMessages(
  sameRunning,
  async () => (await import('../messages/en/same-running.ts')).sameRunning,
);
