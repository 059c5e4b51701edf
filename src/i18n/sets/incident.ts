import { incident } from '../messages/id/incident.ts';
import { defineMessages } from '../messages.ts';

export const incidentWords = defineMessages(
  incident,
  async () => (await import('../messages/en/incident.ts')).incident,
);
