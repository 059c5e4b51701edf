import { statusLookup } from '../messages/id/status-lookup.ts';
import { defineMessages } from '../messages.ts';

export const statusLookupWords = defineMessages(
  statusLookup,
  async () => (await import('../messages/en/status-lookup.ts')).statusLookup,
);
