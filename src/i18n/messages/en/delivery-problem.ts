import type { DeliveryProblemMessages } from '../id/delivery-problem.ts';

export const deliveryProblem = {
  'no-connection': { short: 'Waiting for signal', text: 'There is no internet that works yet.' },
  'captive-portal': {
    short: 'Wi-Fi wants a sign-in',
    text: 'This Wi-Fi asks you to sign in or agree to something. Open its sign-in page, or use mobile data.',
  },
  'office-trouble': {
    short: 'Office has a problem',
    text: 'The office’s system has a problem. You need not do anything.',
  },
  'office-busy': { short: 'Office is busy', text: 'The office’s system is busy. You need not do anything.' },
  refused: {
    short: 'Office refused the form',
    text: 'The office can’t take this form. Correct it, then send it again.',
  },
  'content-conflict': {
    short: 'Different content',
    text: 'The office has this application with other answers. Correct it to send it as a new one.',
  },
  'changed-since': {
    short: 'Changed at the office',
    text: 'The office has changed this application before you. Nothing was written over, and your answers are still on this phone.',
  },
  'not-possible-now': {
    short: 'Not possible any more',
    text: 'This application has moved on at the office, so your change can’t be taken. Your answers are still on this phone.',
  },
  'file-refused': {
    short: 'Office refused a file',
    text: 'The office can’t take one of the files. Correct the form and replace that file.',
  },
  'file-damaged': {
    short: 'A file is damaged on this phone',
    text: 'One of the files is damaged or gone from this phone. Correct the form and take the photo again.',
  },
  'file-corrupted-on-the-way': {
    short: 'File damaged on the way',
    text: 'One of the files was damaged on the way again and again. Try again with another connection.',
  },
  'app-too-old': {
    short: 'App needs a new version',
    text: 'The office needs a newer version of this app. Reload the app when there is internet, then try again.',
  },
  'seal-needed': {
    short: 'Waiting for its seal',
    text: 'The office takes only what is sealed. Ajukan seals it while it is open and there is signal. You need not do anything.',
  },
  erased: {
    short: 'Already erased',
    text: 'The office has erased this application at your request, and does not take it any more.',
  },
  forgotten: { short: 'No longer at the office', text: 'The office has this application no more.' },
  officeSays: 'The office says:',
  whichFile: 'File:',
} satisfies DeliveryProblemMessages;
