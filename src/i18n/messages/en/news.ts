import type { NewsMessages } from '../id/news.ts';

export const news: NewsMessages = {
  says: 'There is news about your application',
  title: 'Shall we tell you when there is news?',
  text: 'This phone tells you when the office works on your application, also with Ajukan closed. The lock screen does not show what it is.',
  accept: 'Tell me',
  later: 'Not now',
  isOn: 'This phone will tell you.',
  settings: {
    title: 'Tell me when there is news',
    names: { on: 'Yes, also with Ajukan closed', off: 'No' },
  },
  messages: {
    title: 'SMS or WhatsApp from the office',
    names: { on: 'Yes', off: 'No' },
    text: 'Only if no phone tells you: when an application needs a repair, is ready, done or refused. It holds the number of the application and what has happened.',
    notSaved: 'Not saved yet. Try again when there is signal.',
  },
  why: {
    on: 'It shows only that there is news, not what it is.',
    off: 'News are here each time you open Ajukan.',
    refused:
      'The browser on this phone does not allow notifications of Ajukan. News are here each time you open Ajukan. You can change that in the settings of the browser.',
    'install-first':
      'On iPhone and iPad, add Ajukan to the home screen first (Share, then Add to Home Screen). Until then, news are here each time you open Ajukan.',
    unsupported: 'This browser can’t tell you. News are here each time you open Ajukan.',
    'not-offered': 'This office does not send notifications yet. News are here each time you open Ajukan.',
    'sign-in-needed': 'Sign in first, so that the office knows which phone to tell.',
    'signal-needed': 'This needs signal for a moment. Try again when the phone is connected.',
    failed: 'That did not work. News are here each time you open Ajukan.',
  },
};
