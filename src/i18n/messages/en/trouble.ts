import type { TroubleMessages } from '../id/trouble.ts';

export const trouble = {
  quota: 'The phone’s storage is full. Remove some photos or apps, then try again.',
  closed: 'The phone’s storage can’t be opened right now. Close the app, then open it again.',
  'newer-data': 'This data was saved by a newer version. Reload the app when there is internet.',
  unknown: 'There is a problem with the phone’s storage. Close the app, then open it again.',
} satisfies TroubleMessages;
