import type { FormHelpMessages } from '../id/form-help.ts';

export const formHelp: FormHelpMessages = {
  filledFromNik: 'Filled in from the NIK. Please check.',
  nikSays: (date, sex) => `By the NIK: born ${date}, ${sex === 'P' ? 'female' : 'male'}.`,
  nikOdd: 'This NIK is built in an unusual way. Compare it with the KTP or KK. If it is right, just go on.',
  nikOtherDate: 'The date of birth filled in is another one. Check both. If they are right, just go on.',
  nikOtherSex: 'The sex filled in is another one. Check both. If they are right, just go on.',
  nikOtherPerson: (sex) =>
    `This looks like the NIK of a ${sex === 'P' ? 'woman' : 'man'}. Swapped, perhaps? If it is right, just go on.`,
};
