import { account } from '../messages/id/account.ts';
import { defineMessages } from '../messages.ts';

export const accountWords = defineMessages(account, async () => (await import('../messages/en/account.ts')).account);
