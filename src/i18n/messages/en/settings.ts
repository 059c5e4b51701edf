import type { SettingsMessages } from '../id/settings.ts';

export const settings = {
  title: 'Settings',
  language: { title: 'Language', names: { id: 'Bahasa Indonesia', en: 'English' } },
  theme: { title: 'Look', names: { system: 'As the phone', light: 'Light', dark: 'Dark' } },
  sending: {
    title: 'Send over',
    names: { any: 'Any connection', wifi: 'Wi-Fi only' },
    unknown:
      'This browser does not tell whether the phone is on Wi-Fi. With “Wi-Fi only”, applications wait until you press Send now.',
    wifi: 'Applications wait until the phone is on Wi-Fi. Send now still works, one by one. News from the office is still looked for: a few kB.',
    notSaved: 'The choice can’t be stored.',
  },
  photos: {
    title: 'Size of photos',
    names: { normal: 'Normal', saver: 'Save data: smaller photos' },
    text: 'Smaller photos use less of your data. It counts for photos that you add from now on, not for those already here.',
    phoneSays: 'This phone asks to save data.',
  },
  log: {
    title: 'Sending log',
    text: 'What Ajukan does when it sends: names of events and small numbers. No names, NIK, answers or file names.',
    open: 'See the log',
    lead: 'Share it with the person who helps you when an application does not go out.',
    empty: 'Nothing in the log yet.',
    newestFirst: 'Newest first, times in UTC',
    share: 'Share',
    copy: 'Copy',
    copied: 'Log copied',
    notCopied: 'It can’t be copied. Download the log.',
    download: 'Download',
    latest: (shown: number, all: number): string => `${shown} of ${all} lines. All of them are shared.`,
  },
  storage: {
    title: 'Phone storage',
    used: (used: string, quota: string): string => `${used} of ${quota} used`,
    usedOnly: (used: string): string => `${used} used`,
    unknown: 'This browser does not tell how much is used.',
    persisted: 'The browser has promised not to clear Ajukan’s data by itself.',
    notPersisted: 'The browser may clear Ajukan’s data when the phone is full.',
    ask: 'Ask to keep the data safe',
    granted: 'Ajukan’s data is now kept safe',
    refused: 'The browser does not promise it yet. Install Ajukan on the phone, then try again.',
  },
  install: { title: 'Install on this phone', text: 'Opens faster, also without internet.', action: 'Install' },
  privacy: {
    title: 'Privacy',
    points: [
      'Forms and photos that you have not sent are on this phone only.',
      'After you press Send, they go to the office. A copy stays on this phone until some days after they were received, unless they are sealed.',
      'Others who use this phone can open forms that were begun without signing in.',
      'Signing out does not remove applications that have not been sent.',
      'Clearing the browser’s data removes everything on this phone, also what has not been sent.',
    ],
    more: 'How your data are used',
  },
  version: { title: 'Version', text: (version: string): string => `Ajukan ${version}` },
} satisfies SettingsMessages;
