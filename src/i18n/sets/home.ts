import { home } from '../messages/id/home.ts';
import { defineMessages } from '../messages.ts';

export const homeWords = defineMessages(home, async () => (await import('../messages/en/home.ts')).home);
