import { install } from '../messages/id/install.ts';
import { defineMessages } from '../messages.ts';

export const installWords = defineMessages(install, async () => (await import('../messages/en/install.ts')).install);
