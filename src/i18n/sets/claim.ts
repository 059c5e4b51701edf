import { claim } from '../messages/id/claim.ts';
import { defineMessages } from '../messages.ts';

export const claimWords = defineMessages(claim, async () => (await import('../messages/en/claim.ts')).claim);
