import { handOver } from '../messages/id/hand-over.ts';
import { defineMessages } from '../messages.ts';

export const handOverWords = defineMessages(
  handOver,
  async () => (await import('../messages/en/hand-over.ts')).handOver,
);
