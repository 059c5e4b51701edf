import { lock } from '../messages/id/lock.ts';
import { defineMessages } from '../messages.ts';

export const lockWords = defineMessages(lock, async () => (await import('../messages/en/lock.ts')).lock);
