import type { SameRunningMessages } from '../id/same-running.ts';

export const sameRunning = {
  title: 'You have already applied for this',
  resident: 'This resident has already applied for this',
  text: (when: string, number: string | null) =>
    `${when}${number === null ? ', still on this phone' : ` · No. ${number}`}. Not finished yet. If this is about something else, just send it.`,
  see: 'See that one',
} satisfies SameRunningMessages;
