import { officeStatus } from '../messages/id/office-status.ts';
import { defineMessages } from '../messages.ts';

export const officeStatusWords = defineMessages(
  officeStatus,
  async () => (await import('../messages/en/office-status.ts')).officeStatus,
);
