import type { IssuedMessages } from '../id/issued.ts';

export const issued: IssuedMessages = {
  title: 'Check a document number',
  field: 'Document number',
  hint: 'The number on the letter from the office. Needs internet.',
  ask: 'Check number',
  asking: 'Asking the office…',
  foundTitle: 'The office has this number',
  number: 'Document number',
  service: 'Service',
  office: 'Office',
  levels: { desa: 'Village office', kecamatan: 'District office', dinas: 'Regency office' },
  day: 'Given on',
  compare: 'Compare it with what the letter says. Names and answers are not shown here.',
  unknownTitle: 'Number not found',
  unknownText: 'No document with this number was given through Ajukan. Look at the number again, or ask the office.',
  busyTitle: 'Tried too often',
  busyText: 'Wait a moment, then try again.',
  signalTitle: 'Internet needed',
  signalText: 'The office can’t be reached, so this number has not been checked. Try again when there is internet.',
  notLoaded: 'This part is not on the phone yet. Open it once with internet.',
};
