import { attachRefusal } from '../messages/id/attach-refusal.ts';
import { defineMessages } from '../messages.ts';

export const attachRefusalWords = defineMessages(
  attachRefusal,
  async () => (await import('../messages/en/attach-refusal.ts')).attachRefusal,
);
