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
    login: 'Mobile number',
    code: 'Sign-in code',
    codeHint: '6 digits',
    submit: 'Sign in',
    busy: 'Signing in',
    loginMissing: 'Fill in your mobile number.',
    codeMissing: 'The sign-in code has 6 digits.',
    wrong: 'The mobile number or the code does not match. Check them.',
    noConnection:
      'The office can’t be reached. Your forms and applications are safe on this phone. Try again when there is internet.',
    tooBusy: (minutes: number): string =>
      `Too many tries. Try again in ${minutes} ${englishPlural(minutes, { one: 'minute', other: 'minutes' })}.`,
    done: 'You are signed in',
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
  },
} satisfies AccountMessages;
