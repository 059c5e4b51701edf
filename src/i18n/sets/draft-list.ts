import { draftList } from '../messages/id/draft-list.ts';
import { defineMessages } from '../messages.ts';

export const draftListWords = defineMessages(
  draftList,
  async () => (await import('../messages/en/draft-list.ts')).draftList,
);
