import type { PaperViewerMessages } from '../id/paper-viewer.ts';

export const paperViewer = {
  close: 'Close',
  zoomIn: 'Enlarge',
  zoomOut: 'Make smaller',
  before: 'Previous',
  after: 'Next',
  page: (at: number, of: number) => `Page ${at} of ${of}`,
  picture: 'Picture of this paper',
  opening: 'Opening…',
  signalNeeded: 'Looking at a PDF here needs internet, just once. Your file is kept safe.',
  again: 'Try again',
  unreadable: 'It can’t be shown here. Your file is kept safe.',
} satisfies PaperViewerMessages;
