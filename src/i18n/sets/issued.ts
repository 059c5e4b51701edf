import { issued } from '../messages/id/issued.ts';
import { defineMessages } from '../messages.ts';

export const issuedWords = defineMessages(issued, async () => (await import('../messages/en/issued.ts')).issued);
