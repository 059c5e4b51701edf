import { englishPlural } from '../../plural.ts';
import type { HandOverMessages } from '../id/hand-over.ts';

const applications = (count: number): string =>
  `${count} ${englishPlural(count, { one: 'application', other: 'applications' })}`;

export const handOver: HandOverMessages = {
  checking: 'Looking at what is left on this phone…',
  nothing: 'No draft and nothing on its way is left.',
  safe: 'Safe to hand over',
  open: 'Something is still left on this phone',
  drafts: (count) => `${count} ${englishPlural(count, { one: 'draft', other: 'drafts' })} not sent`,
  unsealed: (count) => `${applications(count)} waiting to be sent, not sealed`,
  sealed: (count) => `${applications(count)} sealed and waiting to be sent`,
  attention: (count) =>
    `${applications(count)} ${englishPlural(count, { one: 'needs', other: 'need' })} your attention`,
  stopped: (count) => `${applications(count)} not to be sent: the resident's consent was withdrawn`,
  folders: (count) => `${count} ${englishPlural(count, { one: "resident's folder", other: "residents' folders" })}`,
  foldersStay: (count) =>
    `${count} ${englishPlural(count, { one: "resident's folder stays", other: "residents' folders stay" })} on this phone. Delete those that are not used any more.`,
  look: 'Look and finish',
  setLock: 'Set up a screen lock',
  whoReads: {
    accounts: "Other accounts on this phone don't see it in the app.",
    open: "Without a screen lock, drafts and residents' folders can be read by somebody who takes the phone's storage apart.",
    locked: "Drafts and residents' folders are locked: they open only with your lock.",
    unsealed:
      "What was sent off without a seal can be read by somebody who takes the phone's storage apart, until the office has it.",
    sealed: 'What is sealed only the office can open.',
  },
};
