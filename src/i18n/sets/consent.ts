import { consent } from '../messages/id/consent.ts';
import { defineMessages } from '../messages.ts';

export const consentWords = defineMessages(consent, async () => (await import('../messages/en/consent.ts')).consent);
