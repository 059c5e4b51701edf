import { trouble } from '../messages/id/trouble.ts';
import { defineMessages } from '../messages.ts';

export const troubleWords = defineMessages(trouble, async () => (await import('../messages/en/trouble.ts')).trouble);
