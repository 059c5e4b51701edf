import type { PrivacyMessages } from '../id/privacy.ts';

const applications = (count: number): string => (count === 1 ? '1 application' : `${count} applications`);

export const privacy = {
  title: 'How your data are used',
  lead: 'What is kept, where, for how long, and who sees it.',
  phone: {
    title: 'On this phone',
    lines: [
      {
        title: 'Forms not sent yet',
        text: 'Until you send or delete them. A deleted one can be brought back for 2 minutes.',
      },
      { title: 'Applications waiting to be sent', text: 'Until the office has them.' },
      {
        title: 'Applications the office has received',
        text: 'Answers and photos are removed by themselves, 7 days after receipt at the earliest. Number, receipt and news stay until you delete them.',
      },
      { title: 'My Papers', text: 'Until you delete them.' },
      { title: 'Files from other apps', text: 'Until you use or delete them.' },
      {
        title: 'Account',
        text: 'Your name: until you sign out. For residents, being signed in ends after 30 days without use, 90 days at most; for officials after 2 hours, 12 hours at most. A number that waits for its code: 15 minutes at most.',
      },
      { title: 'Maps you have looked at', text: 'Until you sign out, 5 MB at most.' },
      {
        title: 'Choices and the sending log',
        text: 'Language, look, favourite services, names of events and numbers. Until you delete your data here; language and look until the browser’s data are cleared.',
      },
    ],
    warning: 'Whoever can open this phone can see what is on it. Use the phone’s screen lock.',
  },
  office: {
    title: 'What goes to the office',
    lines: [
      { title: 'What', text: 'The answers and papers of an application, only after you press Send.' },
      {
        title: 'Who sees it',
        text: 'Officials of the office that handles it. Each time one opens it or decides on it, the office notes who and when.',
      },
      {
        title: 'What for',
        text: 'To handle your application. The basis is the task of public service (UU 27/2022 article 20).',
      },
      {
        title: 'How long',
        text: 'As long as the archive rules of the office ask; then it is removed by itself. What never was complete is removed 180 days after the last of it came, at the latest.',
      },
      { title: 'Your account', text: 'Mobile number, name, and which phones you signed in with.' },
      {
        title: 'Notifications',
        text: 'If you ask for them: an address of your browser, until you sign out. Only a sign that there is news goes that way, encrypted.',
      },
    ],
  },
  never: {
    title: 'What is never sent',
    points: [
      'My Papers. Only a paper that you use in an application goes along with it.',
      'Place and time of a photo. Both are removed from photos. PDFs, and photos that are put together wrongly, go as they are.',
      'Anything to anybody else. This app talks to the office only, without advertising or trackers.',
    ],
  },
  rights: {
    title: 'Your rights',
    lead: 'Under UU 27/2022 on the protection of personal data.',
    lines: [
      {
        title: 'Correct',
        text: 'Before Send, change it yourself. After that ask the office: within 3 × 24 hours of your request.',
      },
      { title: 'Stop', text: 'You don’t want an application to go on? Tell the office.' },
      {
        title: 'Delete',
        text: 'With the button below: on this phone and, if you wish, at the office too. What the law makes it keep stays there.',
      },
      {
        title: 'Be told',
        text: 'If your data leak, the office must tell you in writing within 3 × 24 hours.',
      },
    ],
    contact: 'Any questions? Ask at the office where you applied.',
  },
  erase: {
    title: 'Delete all my data on this phone',
    lead: 'Your forms, photos, My Papers and list of applications are deleted from this phone. You are signed out too.',
    open: 'Delete my data on this phone',
    office: {
      ask: 'Ask the office to erase my data too',
      text: 'Needs internet. The office erases incomplete applications at once. Those that it has received in full are kept as the archive rules ask. Every phone is signed out of this account.',
      erased: (count: number): string =>
        count === 0
          ? 'The office holds no application of yours.'
          : `The office has erased ${applications(count)} that were not complete.`,
      kept: (count: number, date: string): string =>
        `Kept as the archive rules ask: ${applications(count)}. The office decides on that by ${date}.`,
      noConnection:
        'The office does not answer. Nothing was deleted on this phone. Try again, or delete on this phone only.',
      signInNeeded: 'Sign in again first, so that the office knows who you are. Nothing was deleted on this phone.',
      notOffered: 'This office does not do that through the app yet. Ask there. Nothing was deleted on this phone.',
    },
    stays: {
      title: 'What stays',
      points: [
        'The office goes on with applications that it has received in full.',
        'Data of other accounts on this phone.',
        'Language and look, and the count of applications ever sent from this phone.',
      ],
    },
    unsent: {
      title: (count: number): string => `${applications(count)} not at the office yet`,
      text: 'Once deleted, this phone will not send them any more. Save a copy first if you still need them.',
      save: 'Save a copy',
      saved: 'Copy saved',
      notSaved: 'The copy can’t be made',
      more: 'Show more',
    },
    noneUnsent: 'There are no applications waiting to be sent.',
    action: 'Delete everything',
    busy: 'Deleting…',
    first: {
      title: 'Delete all your data on this phone?',
      text: 'What is deleted can’t be brought back.',
      yes: 'Delete everything',
    },
    second: {
      title: (count: number): string => `${applications(count)} will be lost`,
      text: 'The office does not have them. Once deleted, only the copies that you have saved are left.',
      yes: 'Yes, delete what was not sent too',
    },
    no: 'Don’t delete',
    done: {
      title: 'Your data have been deleted',
      text: 'There are no data of yours on this phone any more.',
      home: 'To the start',
    },
    changed:
      'Something has changed since this screen was opened. Nothing was deleted on this phone. Please check again.',
    inUse: 'The app is sending. Nothing was deleted on this phone. Wait a moment, then try again.',
    notLoaded: 'This part can’t be opened yet. Try again when there is internet.',
    failed: 'It can’t be deleted yet',
  },
} satisfies PrivacyMessages;
