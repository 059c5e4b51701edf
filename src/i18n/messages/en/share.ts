import { englishPlural } from '../../plural.ts';
import type { ShareMessages } from '../id/share.ts';

const files = (count: number) => `${count} ${englishPlural(count, { one: 'file', other: 'files' })}`;

export const share = {
  title: 'Save to which application?',
  emptyTitle: 'No files',
  emptyText: 'In another app, open a photo or PDF, press Share, then choose Ajukan. The file appears here.',
  lead: 'Choose which requirement this file is for. It stays here until you do.',
  notArrivedTitle: 'The file has not come in',
  notArrivedText: 'The app has only just been set up on this phone. Share the file once more.',
  notStoredTitle: 'The file can’t be stored',
  notStoredText: 'It may be too big, or the phone’s storage is full. The original is still on your phone.',
  notRead: 'The files can’t be read',
  position: (at: number, of: number) => `File ${at} of ${of}`,
  remove: (name: string) => `Delete ${name}`,
  removeTitle: 'Delete this file?',
  removeText: 'It is deleted from Ajukan only. The original on your phone stays.',
  removeYes: 'Delete',
  removeNo: 'Keep it',
  removeFailed: 'The file can’t be deleted',
  drafts: 'Your drafts',
  noneYet: 'No files yet',
  some: (count: number) => `${files(count)} so far`,
  allFull: 'All its files are there.',
  saving: 'Storing the file…',
  saved: (name: string) => `Stored for: ${name}`,
  begin: 'Start a new application',
  noServices: 'The list of services is not on this phone yet. Open Home when there is internet.',
  startFailed: 'The application can’t be started',
  waiting: (count: number) => `${files(count)} from another app`,
  waitingText: 'Not saved to any application yet.',
  see: 'Choose an application',
} satisfies ShareMessages;
