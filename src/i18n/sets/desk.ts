import { desk } from '../messages/id/desk.ts';
import { defineMessages } from '../messages.ts';

export const deskWords = defineMessages(desk, async () => (await import('../messages/en/desk.ts')).desk);
