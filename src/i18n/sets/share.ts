import { share } from '../messages/id/share.ts';
import { defineMessages } from '../messages.ts';

export const shareWords = defineMessages(share, async () => (await import('../messages/en/share.ts')).share);
