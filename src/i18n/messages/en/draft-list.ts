import type { DraftListMessages } from '../id/draft-list.ts';

export const draftList = {
  title: 'Continue filling in',
  notSent: 'Not sent',
  progress: (at: number, of: number) => `Step ${at} of ${of}`,
  begun: (when: string) => `begun ${when}`,
  changed: (when: string) => `changed ${when}`,
  remove: (name: string) => `Delete form ${name}`,
  removed: 'Form deleted',
  justRemoved: 'Deleted just now',
  undo: 'Undo',
  undoOf: (name: string) => `Undo: ${name}`,
  notRemoved: 'The form could not be deleted. Try again.',
  notRestored: 'The form could not be brought back.',
} satisfies DraftListMessages;
