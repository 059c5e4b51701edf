import { englishPlural } from '../../plural.ts';
import type { ShellMessages } from '../id/shell.ts';

export const shell = {
  appName: 'Ajukan',
  back: 'Back',
  close: 'Close',
  loading: 'Loading',
  part: { missing: 'This part can’t be opened yet', hint: 'Connect to the internet.', again: 'Try again' },
  skipToContent: 'Skip to content',
  nav: { label: 'Main menu', home: 'Home', applications: 'My applications', account: 'Account' },
  newsCount: (count) => (count === 1 ? '1 piece of news' : `${count} pieces of news`),
  unsentCount: (count: number) =>
    englishPlural(count, { one: `${count} not sent yet`, other: `${count} not sent yet` }),
  privateWindow: 'Private window: everything is gone when it is closed. Open Ajukan in a normal window.',
  offline: 'No internet.',
  offlineHint: 'You can still fill in and save.',
  update: {
    title: 'A new version is ready',
    text: 'Nothing you filled in is lost.',
    apply: 'Use it now',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address is wrong or no longer in use.',
    home: 'Go to Home',
  },
  crash: {
    title: 'This screen can’t be opened',
    text: 'Forms and applications that were saved are not lost.',
    hint: 'Reload the app. If it stays the same, try again when there is internet.',
    reload: 'Reload',
    home: 'Go to Home',
  },
} satisfies ShellMessages;
