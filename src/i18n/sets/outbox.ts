import { outbox } from '../messages/id/outbox.ts';
import { defineMessages } from '../messages.ts';

export const outboxWords = defineMessages(outbox, async () => (await import('../messages/en/outbox.ts')).outbox);
