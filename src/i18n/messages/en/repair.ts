import type { RepairMessages } from '../id/repair.ts';

export const repair = {
  title: 'What needs a repair',
  lead: 'The official has marked what is below. Everything else is right and need not be filled in again.',
  leadNone: 'The official has marked no part of it. Read why, then repair it.',
  action: 'Repair',
  goOn: 'Go on repairing',
  sameNumber: 'The registration number stays the same.',
  noLongerAsked: 'A part that the form no longer has',
  refusals: {
    'not-returned': 'This application is not waiting for a repair. See the latest news of it.',
    'signal-needed':
      'The answers are not on this phone: they are fetched from the office first, which needs signal for a moment.',
    'unknown-service': 'The form of this service is not on the phone yet. Try again when the phone is connected.',
    'not-here': 'This part is not on the phone yet. Try again when the phone is connected.',
  },
  underWay: {
    revision: {
      waiting: 'The repair is saved on this phone',
      'needs-person': 'The repair needs attention',
      delivered: 'The office has the repair',
    },
    withdrawal: {
      waiting: 'The withdrawal is saved on this phone',
      'needs-person': 'The withdrawal needs attention',
      delivered: 'The office has the withdrawal',
    },
    forgotten: 'The office has this application no more',
    open: 'See it',
  },
  about: {
    revision: (number: string): string => `This is a repair of application No. ${number}.`,
    withdrawal: (number: string): string => `This withdraws application No. ${number}.`,
    open: 'Open the application',
  },
  conflict: {
    now: (status: string): string => `The office says now: ${status}.`,
    yours: 'Your answers are whole on this phone. Nothing was written over.',
    again: 'Open your answers, compare them with what the office says, then send again.',
    asNew: 'The office does not wait for a repair any more. Your answers can begin a new application.',
    reopen: 'Open my answers',
    drop: 'Close',
    dropped: 'The withdrawal is closed. The application goes on.',
  },
  withdraw: {
    action: 'Withdraw the application',
    title: 'Withdraw this application?',
    text: 'The office stops working on it, and it can’t be taken up again. If you change your mind, you have to apply anew.',
    confirm: 'Yes, withdraw',
    keep: 'Keep it',
    stored: 'The withdrawal is saved. It goes to the office as soon as there is signal.',
  },
  rejected: {
    title: 'If you object',
    text: 'You may object in writing to the office that decided. Name the registration number and your reason.',
    office: 'Decided by:',
    number: (number: string): string => `Registration number: ${number}`,
    lapor: 'Complain through SP4N-LAPOR!',
  },
  form: {
    says: 'The official:',
    marked: 'Marked by the official',
    kept: 'At the office already',
    keptText: 'The official has not marked this paper, so it need not be sent again.',
    again: 'The official asks for this paper anew. Take a new photo.',
    changed: 'What you changed',
    nothingChanged: 'Nothing differs yet from what the office has.',
    newPaper: (name: string): string => `${name}: a new paper`,
  },
} satisfies RepairMessages;
