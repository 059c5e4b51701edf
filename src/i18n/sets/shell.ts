import { shell } from '../messages/id/shell.ts';
import { defineMessages } from '../messages.ts';

export const shellWords = defineMessages(shell, async () => (await import('../messages/en/shell.ts')).shell);
