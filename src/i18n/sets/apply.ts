import { apply } from '../messages/id/apply.ts';
import { defineMessages } from '../messages.ts';

export const applyWords = defineMessages(apply, async () => (await import('../messages/en/apply.ts')).apply);
