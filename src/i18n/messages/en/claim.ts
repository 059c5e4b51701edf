import type { ClaimMessages } from '../id/claim.ts';

export const claim: ClaimMessages = {
  title: 'Is this yours?',
  text: 'An officer put in this application with your phone number.',
  number: 'Registration number',
  received: 'Received',
  office: 'Office',
  levels: { desa: 'Village office', kecamatan: 'Sub-district office', dinas: 'Regency office' },
  yes: 'Yes, this is mine',
  later: 'Not now',
  digits: "Last four digits of the applicant's NIK",
  digitsHint: 'So that it is not mixed up with somebody in the family who uses the same phone number.',
  digitsMissing: 'Fill in four digits.',
  confirm: 'Put it in my list',
  done: 'This application is in your list now',
  takenOver: {
    title: 'The resident has it now',
    text: (when) => `The resident put this application into their own account on ${when}. You still see its news here.`,
  },
  refused: {
    'wrong-digits':
      "The digits don't fit. Look at the applicant's KTP again. After five wrong tries only the office can help.",
    closed: "There were too many wrong tries. Go to the office with the applicant's KTP. The application goes on.",
    gone: 'This application is not on offer any more; its owner may have taken it.',
    'sign-in-needed': 'Sign in again with your phone number, then try once more.',
    'no-connection': "The office can't be reached yet. Try again when you have internet.",
    'on-other-account':
      "It is yours now. On this phone it lies with the officer's account; open Ajukan on a phone of your own.",
    failed: 'It is yours now, but this phone could not store it yet. Try again.',
  },
};
