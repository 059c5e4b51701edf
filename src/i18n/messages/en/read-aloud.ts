import type { ReadAloudMessages } from '../id/read-aloud.ts';

export const readAloud: ReadAloudMessages = {
  read: 'Read this question aloud',
  stop: 'Stop reading',
};
