import { timeline } from '../messages/id/timeline.ts';
import { defineMessages } from '../messages.ts';

export const timelineWords = defineMessages(
  timeline,
  async () => (await import('../messages/en/timeline.ts')).timeline,
);
