import { reasonCode } from '../messages/id/reason-code.ts';
import { defineMessages } from '../messages.ts';

export const reasonCodeWords = defineMessages(
  reasonCode,
  async () => (await import('../messages/en/reason-code.ts')).reasonCode,
);
