import type { ReadAloudMessages } from '../id/read-aloud.ts';

export const readAloud: ReadAloudMessages = {
  read: 'Read aloud',
  stop: 'Stop reading',
};
