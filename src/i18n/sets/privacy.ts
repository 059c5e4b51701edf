import { privacy } from '../messages/id/privacy.ts';
import { defineMessages } from '../messages.ts';

export const privacyWords = defineMessages(privacy, async () => (await import('../messages/en/privacy.ts')).privacy);
