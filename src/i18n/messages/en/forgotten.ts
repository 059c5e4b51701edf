import type { ForgottenMessages } from '../id/forgotten.ts';

export const forgotten: ForgottenMessages = {
  title: 'No longer at the office',
  lost: (number) =>
    `The office answers that it no longer has ${number === null ? 'this application' : `application No. ${number}`}. The complete form is no longer on this phone either, so it can’t be sent again.`,
  proof: 'Its receipt is still on this phone. It proves that the office once received it.',
  kept: {
    revision:
      'Your repair is safe on this phone. If the office finds the application again, the repair goes by itself.',
    withdrawal: 'If the office finds the application again, your withdrawal goes by itself.',
  },
  callOffice: 'Contact the office and name that number.',
  callOfficeWithReceipt: 'Contact the office and show the receipt.',
  orNew: 'Or send this repair as a new application. Files that are not on this phone need a new photo.',
  receipt: 'Open receipt',
  asNew: 'Make it a new application',
  close: 'Close withdrawal',
  closed: 'Withdrawal closed.',
};
