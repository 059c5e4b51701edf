import type { SealingMessages } from '../id/sealing.ts';

export const sealing: SealingMessages = {
  title: 'Sealed',
  forWhom: (maskedName: string): string => `For ${maskedName}.`,
  text: 'Only the office can open it. The form and the photos can’t be seen or changed on this phone any more.',
  cameBack:
    'The office gave the answers back so that they can be repaired. They are on this phone, without the photos, until the repair is sent.',
  notYetTitle: 'Not sealed yet',
  notYet:
    'This application is sent once it is sealed. That happens as soon as there is signal and Ajukan is open. You need not do anything.',
  problems: {
    refused: 'The office can’t take these answers. Fill in the form again, then send it.',
    'content-conflict':
      'The office already has this application with other answers. Fill it in again to send it as a new one.',
    'file-refused': 'The office can’t take one of the files. Fill in the form again with another file, then send it.',
    'file-damaged':
      'One of the files is damaged or missing on this phone. Fill in the form again and take the photo anew.',
  },
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
  laterThanKirim:
    'As soon as there is signal, the form and the photos are sealed and then sent: only the office can open them. Before that they can still be taken back to change them.',
  choice: {
    title: 'After Send',
    names: {
      open: 'Can still be read and taken back on this phone',
      sealed: 'Seal: only the office can open it',
    },
    text: 'Choose the seal where several people use this phone. What is sealed can’t be changed or used again.',
    comesBack:
      'If the office gives it back to be repaired, the answers are on this phone again, without the photos, until the repair is sent. A lock on the app covers them.',
    required: 'This office asks for every application to be sealed at Send. Only the office can open them.',
  },
};
