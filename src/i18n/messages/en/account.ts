import type { AccountMessages } from '../id/account.ts';

export const account = {
  title: 'Account',
  lead: 'Filling in and saving need no sign-in. Only sending does.',
  login: 'Mobile number',
  loginHint: 'Example: 0812 0000 0000',
  code: 'Sign-in code',
  codeHint: '6 digits from the office',
  enter: 'Sign in',
  wrong: 'The number or the code is not right. Check again.',
  noConnection: 'No internet yet. You can still fill in; sign in later to send.',
  busy: (when: string): string => `Too many tries. Try again ${when}.`,
  waiting: (count: number): string =>
    `${count} ${count === 1 ? 'application waits' : 'applications wait'} for you to sign in.`,
  signedInAs: (name: string): string => `Signed in as ${name}`,
  signOut: 'Sign out',
  signOutTitle: 'Sign out of this account?',
  signOutText: 'Applications are not shown on this phone until you sign in again.',
  signOutUnsent: (count: number): string =>
    `${count} unsent ${count === 1 ? 'application stays' : 'applications stay'} on this phone and will go after you sign in again.`,
  stay: 'Cancel',
  others: (count: number): string => `${count} of another account still wait on this phone.`,
  applications: 'My applications',
  settings: 'Settings',
} satisfies AccountMessages;
