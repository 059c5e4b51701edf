import { englishPlural } from '../../plural.ts';
import type { IncidentMessages } from '../id/incident.ts';

export const incident = {
  lost: {
    title: 'Data on this phone is gone',
    known: (applications: number) =>
      `This phone held ${applications} ${englishPlural(applications, { one: 'application', other: 'applications' })}. Now it holds none.`,
    waiting: (count: number) =>
      `${count} of them had not reached the office, so ${englishPlural(count, { one: 'it has', other: 'they have' })} to be filled in again.`,
    noneWaiting: 'All of them had reached the office before.',
    why: 'Mostly because the browser’s data was cleared, or the phone’s storage was full.',
    safe: 'What the office has received is still at the office. Ask with your registration number.',
    understood: 'I understand, continue',
  },
  ordered: {
    title: { wiped: 'This phone was emptied', 'signed-out': 'This phone was signed out' },
    person: (when: string) => `The account’s owner asked for it from another phone, ${when}.`,
    office: (when: string) => `The office asked for it, ${when}.`,
    deleted: (drafts: number, applications: number) =>
      `Deleted from this phone: ${drafts} ${englishPlural(drafts, { one: 'draft', other: 'drafts' })} and ${applications} ${englishPlural(applications, { one: 'application', other: 'applications' })}, with their photos and papers.`,
    nothingDeleted: 'Nothing was deleted. Sign in again to go on.',
    neverSent: (count: number) =>
      `${count} of them had not reached the office, so ${englishPlural(count, { one: 'it has', other: 'they have' })} to be filled in again.`,
    keptSealed: (count: number) =>
      `${count} sealed ${englishPlural(count, { one: 'application stays', other: 'applications stay' })} here. Nobody can read what is sealed, and it can still be sent.`,
    safe: 'What the office has received is still at the office.',
    question: 'You did not ask for this? Tell the office.',
    understood: 'I understand',
  },
  numbersLost: {
    title: 'An application is lost',
    text: (numbers: string) =>
      `Number ${numbers} of this phone has not reached the office, and is not on this phone any more.`,
    why: 'Mostly because the browser’s data was cleared, or the phone’s storage was full. The office has been told.',
    how: 'If an application of yours has no registration number, fill it in again.',
    understood: 'I understand, continue',
  },
  newerData: {
    title: 'Reload this app',
    text: 'The data on this phone was saved by a newer version. This older one changes nothing.',
    how: 'Connect to the internet, close all Ajukan tabs, then reload.',
    reload: 'Reload',
  },
  copies: {
    title: (count) => (count === 1 ? '1 application not sent' : `${count} applications not sent`),
    hint: 'They stay saved on this phone. A copy holds your personal data, keep it somewhere safe.',
    save: 'Save a copy',
    more: 'Show more',
  },
  blocked: {
    title: 'Close the other Ajukan tabs',
    text: 'Ajukan was updated, but the older version is still open in another tab.',
    how: 'Close that tab. This page goes on by itself, and nothing that you filled in is lost.',
  },
  unavailable: {
    title: 'The phone’s storage can’t be opened',
    text: 'Ajukan has to save your form on this phone. It can’t now, so better not fill in anything yet.',
    hints: [
      'Close the private window and open Ajukan in a normal one.',
      'Remove some photos or apps if the phone’s storage is full.',
      'Close the app, then open it again.',
    ],
    reload: 'Try again',
  },
} satisfies IncidentMessages;
