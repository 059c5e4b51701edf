import { walletScreen } from '../messages/id/wallet-screen.ts';
import { defineMessages } from '../messages.ts';

export const walletScreenWords = defineMessages(
  walletScreen,
  async () => (await import('../messages/en/wallet-screen.ts')).walletScreen,
);
