import { amountParam, dateParam, numberParam, type ProblemParams, textParam } from '../../problem-params.ts';
import type { FieldProblemMessages } from '../id/field-problem.ts';

const example = (p: ProblemParams) => (p?.['example'] === undefined ? '' : ` Example: ${textParam(p, 'example')}.`);
const inUnit = (p: ProblemParams) => (p?.['unit'] === undefined ? '' : ` in ${textParam(p, 'unit')}`);

export const fieldProblem = {
  required: () => 'Fill this in first.',
  tooShort: (p: ProblemParams) => `Too short. Write at least ${numberParam(p, 'min', 'en')} characters.`,
  tooLong: (p: ProblemParams) => `Too long. At most ${numberParam(p, 'max', 'en')} characters.`,
  pattern: () => 'This is not in the right form. Check it again.',
  notDigits: () => 'Digits only.',
  notNumber: (p: ProblemParams) => `Write a number${inUnit(p)}.${example(p)}`,
  notInteger: (p: ProblemParams) => `Write a whole number${inUnit(p)}.${example(p)}`,
  tooSmall: (p: ProblemParams) =>
    `${p?.['year'] === undefined ? 'At least' : 'The earliest year is'} ${amountParam(p, 'min', 'en')}.${example(p)}`,
  tooLarge: (p: ProblemParams) =>
    `${p?.['year'] === undefined ? 'At most' : 'The latest year is'} ${amountParam(p, 'max', 'en')}.${example(p)}`,
  notDate: () => 'Not right yet. Write day, month, year, for example 17-08-1990.',
  tooEarly: (p: ProblemParams) => `Choose ${dateParam(p, 'min', 'en')} or later.`,
  tooLate: (p: ProblemParams) => `Choose ${dateParam(p, 'max', 'en')} or earlier.`,
  notTime: () => 'Not right yet. Write hours and minutes, for example 07:30.',
  notPosition: () => 'Not a place yet. Press the button, or paste the point from a map, for example -6.1783, 106.6319.',
  notOption: () => 'Choose one from the list.',
  notYesNo: () => 'Choose Yes or No.',
  nikLength: (p: ProblemParams) => `A NIK has 16 digits. There are ${numberParam(p, 'length', 'en')} so far.`,
  kkLength: (p: ProblemParams) => `A KK number has 16 digits. There are ${numberParam(p, 'length', 'en')} so far.`,
  notPhone: () => 'This mobile number is not right yet. Example: 0812 0000 0000.',
  notDifferent: (p: ProblemParams) =>
    `This number is the same as ${p?.['otherName'] === undefined ? 'another answer' : textParam(p, 'otherName')}. It has to be another person.`,
  notArea: () => 'Choose the district and village from the list.',
  tooFewItems: (p: ProblemParams) => `Add at least ${numberParam(p, 'min', 'en')}.`,
  tooManyItems: (p: ProblemParams) => `Add at most ${numberParam(p, 'max', 'en')}.`,
  notText: () => 'Type letters or digits.',
  wrongShape: () => 'This answer can’t be read. Fill it in again.',
  unknownField: () => 'The office does not know this part. Update the app, then try again.',
  documentMissing: () => 'Still missing. Take a photo or choose a file.',
  tooManyDocuments: (p: ProblemParams) => `At most ${numberParam(p, 'max', 'en')} files. Remove some.`,
  documentNotAccepted: () => 'This kind of file is not accepted. Take a photo, or choose another file.',
} satisfies FieldProblemMessages;
