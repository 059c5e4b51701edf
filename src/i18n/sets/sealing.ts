import { sealing } from '../messages/id/sealing.ts';
import { defineMessages } from '../messages.ts';

export const sealingWords = defineMessages(sealing, async () => (await import('../messages/en/sealing.ts')).sealing);
