import { englishPlural } from '../../plural.ts';
import type { OutboxMessages } from '../id/outbox.ts';

const applications = (count: number) => englishPlural(count, { one: 'application', other: 'applications' });

export const outbox = {
  title: 'My applications',
  stored: 'Saved on this phone',
  received: (registrationNumber: string) => `Received by the office · No. ${registrationNumber}`,
  waiting: {
    signal: 'Waiting for signal',
    signIn: 'Sign in to send',
    elsewhere: 'Being sent in the background',
    soon: 'About to be sent',
  },
  sending: 'Being sent',
  sendingPart: (percent: string) => `Being sent · ${percent}`,
  again: (when: string) => `Next try ${when}`,
  attention: 'Needs attention',
  bytesSent: (sent: string, total: string) => `${sent} of ${total}`,
  sentOn: (when: string) => `Made ${when}`,
  unsent: {
    title: 'Not sent yet',
    count: (count: number) => `${count} ${applications(count)} not sent yet`,
    background: 'Goes out by itself when there is internet. You may close the app.',
    keepOpen: 'Leave the app open until it is sent.',
    signIn: 'Sign in first, so that the office knows it is from you.',
    sendNow: 'Send now',
    enter: 'Sign in',
    others: (count: number) =>
      `${count} ${applications(count)} of another account on this phone ${count === 1 ? 'is' : 'are'} still waiting. Sign in with that account to send.`,
  },
  atOffice: { title: 'At the office' },
  more: 'Show more',
  shown: (shown: number, all: number) => `${shown} of ${all} ${applications(all)}`,
  empty: {
    title: 'No applications yet',
    text: 'What you send appears here, also before it reaches the office.',
    action: 'See services',
  },
  failedTitle: 'The list of applications can’t be read',
  missing: {
    title: 'This application is not on this phone',
    text: 'It may belong to another account, or was made on another phone.',
    action: 'Go to My applications',
  },
  number: {
    label: 'Registration number',
    copy: 'Copy number',
    copied: 'Number copied',
    notCopied: 'It can’t be copied. Write this number down.',
  },
  officeSays: 'The office’s reason',
  partly: 'The office has noted your form. Some files are still being sent.',
  timeline: {
    title: 'The way so far',
    made: 'You pressed Send',
    toOffice: 'Arrives at the office',
    toOfficeNext: 'Then you get a registration number.',
    done: 'done',
    current: 'now',
    next: 'next',
  },
  papers: {
    title: 'Files',
    none: 'No files.',
    form: 'Form',
    arrived: 'Arrived',
    waiting: 'Waiting',
  },
  actions: {
    fix: 'Correct it',
    tryAgain: 'Try again',
    saveCopy: 'Save a copy',
    saveCopyHint: 'The copy holds your personal data. Keep it in a safe place.',
    copySaved: 'The copy is in your downloads',
    copyFailed: 'No copy could be made.',
    queued: 'It will be tried again',
    gone: 'This application is no longer on this phone.',
    inLine: 'This application is waiting to be sent. Wait for the office’s answer.',
    cannotReopen: 'This form can’t be opened again. Save a copy of it.',
  },
} satisfies OutboxMessages;
