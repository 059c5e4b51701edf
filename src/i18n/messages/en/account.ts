import { englishPlural } from '../../plural.ts';
import type { AccountMessages } from '../id/account.ts';

const applications = (count: number) => englishPlural(count, { one: 'application', other: 'applications' });
const waits = (count: number) => englishPlural(count, { one: 'waits', other: 'wait' });

export const account = {
  title: 'Account',
  wallet: 'My papers',
  walletHint: 'KTP, family card and letters kept on this phone',
  settings: 'Settings',
  settingsHint: 'Language, look, phone storage, privacy',
  failedTitle: 'The account can’t be read',
  signIn: {
    lead: 'You can fill in and save without signing in. Sign in to send to the office.',
    waiting: (count: number): string => `${count} ${applications(count)} ${waits(count)} for you to sign in`,
    waitingText: 'Still on this phone. Once you have signed in, the app sends it.',
    number: 'Mobile number',
    numberHint: 'Example: 0812-3456-7890, or with +62. We send a 6-digit code to this number.',
    numberMissing: 'Fill in your mobile number.',
    sendCode: 'Send the code',
    sendingCode: 'Sending the code',
    codeSent: (phone: string): string => `The code was sent to ${phone}.`,
    code: '6-digit code',
    codeHint: 'It is in the message that has just come. It holds for 10 minutes.',
    codeMissing: 'The sign-in code has 6 digits.',
    submit: { 'sign-in': 'Sign in', 'change-number': 'Go on' },
    busy: 'Checking the code',
    resendIn: (seconds: number): string =>
      `No message yet? You can ask for a new code in ${seconds} ${englishPlural(seconds, { one: 'second', other: 'seconds' })}.`,
    resend: 'Send a new code',
    resent: 'A new code was sent',
    otherNumber: 'Use another number',
    done: 'You are signed in',
    official: 'Sign in as an officer',
    officialBack: 'Making sure who came in',
    officialRefused: 'You are not signed in as an officer yet. Try once more.',
  },
  refused: {
    wrong: 'The code does not match. Check the digits.',
    spent: 'This code was tried too often. Ask for a new one.',
    expired: 'This code does not hold any more. Ask for a new one.',
    'not-sent':
      'The code has not been sent. Wait a minute and try again. Your forms and applications are safe on this phone.',
    'not-a-number': 'This mobile number is not complete or not right. Example: 0812-3456-7890.',
    'number-in-use': 'Another account has this number. Use another one, or sign in with it.',
    'no-connection':
      'The office can’t be reached. Your forms and applications are safe on this phone. Try again when there is internet.',
    busy: (minutes: number): string =>
      `Too many tries. Try again in ${minutes} ${englishPlural(minutes, { one: 'minute', other: 'minutes' })}.`,
  },
  doorShut: 'This part can’t be opened yet. Nothing is lost. Close the app and open it again when there is internet.',
  change: {
    title: 'My mobile number',
    start: 'Change number',
    lead: 'We send a code to the new number. Your applications stay with this account, and the old number is told.',
    newNumber: 'New mobile number',
    oldNeeded: 'One more step: type the code that we sent to the old number, so that nobody else can change it.',
    oldLost: 'The old number is gone? Come to the service office with your KTP. Your applications are not lost.',
    done: 'The mobile number was changed',
    cancel: 'Cancel',
  },
  sessions: {
    title: 'This account is open on',
    here: 'This phone',
    isNew: 'New',
    newText: 'Somebody signed in after this phone did. If that was not you, sign it out and tell the office.',
    unknown: 'Another phone or computer',
    lastSeen: (when: string): string => `Last used ${when}`,
    end: 'Sign out',
    endOthers: 'Sign out all others',
    done: 'Signed out',
  },
  office: {
    'no-connection': 'Your number and the list of your phones show when there is internet.',
    busy: 'Your number and the list of your phones can’t be shown yet. Try again in a moment.',
    'sign-in-needed': 'Your number and the list of your phones show once you have signed in again.',
  },
  trouble: {
    'in-use': 'The app is sending in another tab or in the background. Nothing is lost. Wait a moment, then try again.',
    'not-stored':
      'This phone can’t save right now, perhaps because its storage is full. Nothing is lost. Remove some photos, or close the app and open it again.',
  },
  ended: {
    title: 'Sign in again',
    text: 'The office has to be sure again who you are. Nothing is lost. Sign in again to send.',
  },
  signedIn: {
    as: 'Signed in as',
    waiting: (count: number): string => `${count} ${applications(count)} not sent yet`,
    waitingText: 'Still on this phone. The app sends it by itself when there is internet.',
    back: 'To my applications',
    signOut: 'Sign out',
    confirmTitle: 'Sign out of this account?',
    kept: (count: number): string => `${count} unsent ${applications(count)} will stay on this phone`,
    keptText: 'It is sent after you sign in again with this account.',
    nothingWaiting: 'No application is waiting to be sent.',
    unknown: 'What has not been sent stays on this phone.',
    confirm: 'Sign out',
    cancel: 'Stay signed in',
    done: 'You are signed out',
  },
  others: (count: number): string => `${count} ${applications(count)} of other accounts ${waits(count)} on this phone`,
  othersText: 'Sign in with that account to send.',
  privacy: {
    title: 'Your data',
    text: 'Forms, photos and applications are kept on this phone. The office gets them only after you press Send.',
    more: 'How your data are used',
  },
} satisfies AccountMessages;
