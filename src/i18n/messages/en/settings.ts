import type { SettingsMessages } from '../id/settings.ts';

export const settings = {
  title: 'Settings',
  language: 'Language',
  languages: { id: 'Bahasa Indonesia', en: 'English' },
  theme: 'Appearance',
  themes: { system: 'As the phone', light: 'Light', dark: 'Dark' },
  storage: 'Storage',
  used: (used: string, quota: string): string => `${used} of ${quota} used`,
  usedUnknown: 'The browser does not tell how much is used.',
  persisted: 'The browser promised not to delete this data by itself.',
  notPersisted:
    'The browser may delete this data when the phone is full. Install the app, or ask the browser to keep it.',
  askPersistence: 'Ask the browser to keep the data',
  granted: 'The browser keeps the data',
  denied: 'The browser would not promise. Install the app to the home screen, then try again.',
  install: 'Install Ajukan on this phone',
  privacy: 'Your data',
  privacyLines: [
    'Answers and photos stay on this phone until you press Send.',
    'After sending, only the office you apply to receives them.',
    'The copy on the phone is deleted seven days after the office has it.',
    'Anyone who can open this phone can read what has not been sent.',
    'This app has no trackers and sends data to nobody else.',
  ],
  version: (version: string): string => `Version ${version}`,
} satisfies SettingsMessages;
