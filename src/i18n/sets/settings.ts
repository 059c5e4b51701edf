import { settings } from '../messages/id/settings.ts';
import { defineMessages } from '../messages.ts';

export const settingsWords = defineMessages(
  settings,
  async () => (await import('../messages/en/settings.ts')).settings,
);
