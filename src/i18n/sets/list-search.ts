import { listSearch } from '../messages/id/list-search.ts';
import { defineMessages } from '../messages.ts';

export const listSearchWords = defineMessages(
  listSearch,
  async () => (await import('../messages/en/list-search.ts')).listSearch,
);
