import { dashboard } from '../messages/id/dashboard.ts';
import { defineMessages } from '../messages.ts';

export const dashboardWords = defineMessages(
  dashboard,
  async () => (await import('../messages/en/dashboard.ts')).dashboard,
);
