import { shortcuts } from '../messages/id/shortcuts.ts';
import { defineMessages } from '../messages.ts';

export const shortcutWords = defineMessages(
  shortcuts,
  async () => (await import('../messages/en/shortcuts.ts')).shortcuts,
);
