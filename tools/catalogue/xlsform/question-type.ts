/** The kinds of lines that a survey sheet has, and which of them there is a like for. */

/** What each imported type becomes; docs/service-definition.md says the same, and a test holds the two together. */
export const importedTypes = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  time: 'time',
  select_one: 'select',
  select_multiple: 'multiSelect',
  acknowledge: 'yesNo',
  'phone number': 'tel',
  geopoint: 'position',
  note: 'note',
  image: 'paper',
  file: 'paper',
} as const;

/** What the app has no question for, with what to do instead. */
export const unknownTypes: Readonly<Record<string, string>> = {
  geotrace: 'ask for one point (geopoint), the village (type area) or the address',
  geoshape: 'ask for one point (geopoint), the village (type area) or the address',
  'start-geopoint': 'ask for one point (geopoint), the village (type area) or the address',
  osm: 'ask for one point (geopoint), the village (type area) or the address',
  barcode: 'ask for the number as text',
  audio: 'ask in words, or for a paper',
  'background-audio': 'nobody is recorded here',
  video: 'ask in words, or for a photo',
  range: 'use integer with a constraint',
  rank: 'use one select_one for each place',
  datetime: 'use a date and a time',
  calculate: 'the office calculates with what arrives',
  hidden: 'the office adds what the person does not see',
  'csv-external': 'put the choices into the choices sheet',
  'xml-external': 'put the choices into the choices sheet',
  select_one_from_file: 'put the choices into the choices sheet',
  select_multiple_from_file: 'put the choices into the choices sheet',
  select_one_external: 'put the choices into the choices sheet',
  loop: 'use a repeat',
};

/** About the phone and the hour, not about the person: nobody is asked, and the office has its own clock. */
export const silentTypes: readonly string[] = [
  'start',
  'end',
  'today',
  'deviceid',
  'phonenumber',
  'username',
  'email',
  'simserial',
  'subscriberid',
  'audit',
];

const otherNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'integer',
  photo: 'image',
  trigger: 'acknowledge',
  'phone number': 'phone number',
  calculation: 'calculate',
  gps: 'geopoint',
  location: 'geopoint',
};

export type ImportedType = keyof typeof importedTypes;
export type LineType =
  | { readonly kind: 'question'; readonly type: ImportedType; readonly list: string; readonly orOther: boolean }
  | { readonly kind: 'begin' | 'end'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'unknown'; readonly name: string; readonly advice: string };

const one = /^(?:select[ _]one(?:[ _]from)?|select1) (.+)$/i;
const several = /^(?:select[ _]multiple(?:[ _]from)?|select all that apply(?: from)?) (.+)$/i;
const withOther = /^(.+?) or(?:_| specify | )other$/i;

/** @param text the cell under `type`, not empty */
export function lineType(text: string): LineType {
  const plain = text.replace(/\s+/g, ' ').trim();
  const lower = plain.toLowerCase();
  const part = /^(begin|end)[ _](group|repeat)$/.exec(lower);
  if (part !== null)
    return { kind: part[1] === 'begin' ? 'begin' : 'end', what: part[2] === 'group' ? 'group' : 'repeat' };
  const name = Object.hasOwn(otherNames, lower) ? (otherNames[lower] ?? lower) : lower;
  const first = name.split(' ')[0] ?? name;
  if (Object.hasOwn(unknownTypes, first)) return { kind: 'unknown', name: first, advice: unknownTypes[first] ?? '' };
  if (/^(?:begin|end)[ _]loop/.test(lower))
    return { kind: 'unknown', name: 'loop', advice: unknownTypes['loop'] ?? '' };
  if (silentTypes.includes(name)) return { kind: 'silent' };
  const list = one.exec(plain)?.[1];
  if (list !== undefined) return chosenFrom('select_one', list);
  const lists = several.exec(plain)?.[1];
  if (lists !== undefined) return chosenFrom('select_multiple', lists);
  if (isImported(name) && !name.startsWith('select')) return { kind: 'question', type: name, list: '', orOther: false };
  return { kind: 'unknown', name: plain, advice: 'it is no type of XLSForm that is known here' };
}

function chosenFrom(type: 'select_one' | 'select_multiple', list: string): LineType {
  const other = withOther.exec(list)?.[1];
  return { kind: 'question', type, list: other ?? list, orOther: other !== undefined };
}

function isImported(name: string): name is ImportedType {
  return Object.hasOwn(importedTypes, name);
}
