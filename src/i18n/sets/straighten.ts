import { straighten, type StraightenMessages } from '../messages/id/straighten.ts';
import { defineMessages } from '../messages.ts';

export const straightenWords = defineMessages<StraightenMessages>(
  straighten,
  async () => (await import('../messages/en/straighten.ts')).straighten,
);
