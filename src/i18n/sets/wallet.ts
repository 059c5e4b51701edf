import { wallet } from '../messages/id/wallet.ts';
import { defineMessages } from '../messages.ts';

export const walletWords = defineMessages(wallet, async () => (await import('../messages/en/wallet.ts')).wallet);
