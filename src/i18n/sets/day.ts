import { day } from '../messages/id/day.ts';
import { defineMessages } from '../messages.ts';

export const dayWords = defineMessages(day, async () => (await import('../messages/en/day.ts')).day);
