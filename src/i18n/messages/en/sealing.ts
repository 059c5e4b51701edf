import type { SealingMessages } from '../id/sealing.ts';

export const sealing: SealingMessages = {
  title: 'Sealed',
  forWhom: (maskedName: string): string => `For ${maskedName}.`,
  text: 'Only the office can open it. The form and the photos can’t be seen or changed on this phone any more.',
  notYetTitle: 'Not sealed yet',
  notYet:
    'The office takes only what is sealed, and its key is not on this phone yet. With signal and Ajukan open, it is sealed and then sent.',
  refill: {
    action: 'Fill in again',
    withdraw: 'Take back & fill in again',
    title: 'Fill in the form from the start?',
    text: 'The seal can’t be opened on this phone. This application is removed from it, and an empty form opens.',
    started: 'A new form is open. Fill it in once more.',
    keep: 'Cancel',
  },
  beforeKirim:
    'After Send, the form and the photos are sealed: only the office can open them, and they can’t be taken back to change them.',
  choice: {
    title: 'After Send',
    names: {
      open: 'Can still be read and taken back on this phone',
      sealed: 'Seal: only the office can open it',
    },
    text: 'Choose the seal where several people use this phone. What is sealed can’t be changed or used again.',
    required: 'This office asks for every application to be sealed at Send. Only the office can open them.',
  },
};
