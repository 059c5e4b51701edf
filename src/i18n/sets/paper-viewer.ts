import { paperViewer } from '../messages/id/paper-viewer.ts';
import { defineMessages } from '../messages.ts';

export const paperViewerWords = defineMessages(
  paperViewer,
  async () => (await import('../messages/en/paper-viewer.ts')).paperViewer,
);
