import { receipt } from '../messages/id/receipt.ts';
import { defineMessages } from '../messages.ts';

export const receiptWords = defineMessages(receipt, async () => (await import('../messages/en/receipt.ts')).receipt);
