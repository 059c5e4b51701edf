import type { SettingsMessages } from '../id/settings.ts';

export const settings = {
  title: 'Settings',
  language: { title: 'Language', names: { id: 'Bahasa Indonesia', en: 'English' } },
  theme: { title: 'Look', names: { system: 'As the phone', light: 'Light', dark: 'Dark' } },
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
      'After you press Send, they go to the office. A copy stays on this phone.',
      'Others who use this phone can open forms that were begun without signing in.',
      'Signing out does not remove applications that have not been sent.',
      'Clearing the browser’s data removes everything on this phone, also what has not been sent.',
    ],
  },
  version: { title: 'Version', text: (version: string): string => `Ajukan ${version}` },
} satisfies SettingsMessages;
