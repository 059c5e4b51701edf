import { servicePage } from '../messages/id/service-page.ts';
import { defineMessages } from '../messages.ts';

export const servicePageWords = defineMessages(
  servicePage,
  async () => (await import('../messages/en/service-page.ts')).servicePage,
);
