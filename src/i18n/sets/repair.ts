import { repair } from '../messages/id/repair.ts';
import { defineMessages } from '../messages.ts';

export const repairWords = defineMessages(repair, async () => (await import('../messages/en/repair.ts')).repair);
