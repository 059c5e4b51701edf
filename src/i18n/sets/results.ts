import { results } from '../messages/id/results.ts';
import { defineMessages } from '../messages.ts';

export const resultsWords = defineMessages(results, async () => (await import('../messages/en/results.ts')).results);
